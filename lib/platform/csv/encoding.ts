import iconv from "iconv-lite";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { EncodingReading, OpenBytes } from "./reading";

const HEAD = 4096;

/**
 * Tells the encoding of a whole file: a byte order mark, else the pattern of zero bytes of UTF-16, else UTF-8 when
 * every byte is valid UTF-8, else Windows-1252. Refuses an empty file, a zipped spreadsheet and binary data.
 */
export async function detectEncoding(open: OpenBytes): Promise<EncodingReading | Refusal> {
  const head = await firstBytes(open, HEAD);
  if (head.length === 0) return refuse("import.file-empty");
  const early = byMark(head) ?? byZeroBytes(head);
  if (isRefusal(early)) return early;
  if (early && early.encoding !== "utf-8") return early;
  const odd = await firstInvalidUtf8(open);
  if (odd === null)
    return early ?? { encoding: "utf-8", mark: false, because: "valid-utf-8", sample: utf8Sample(head) };
  return {
    encoding: "windows-1252",
    mark: false,
    because: "not-utf-8",
    sample: { read: word(iconv.decode(odd, "windows-1252")), otherwise: word(iconv.decode(odd, "utf-8")) },
  };
}

async function firstBytes(open: OpenBytes, count: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of open()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

function byMark(head: Buffer): EncodingReading | null {
  const found = (encoding: EncodingReading["encoding"]): EncodingReading => ({
    encoding,
    mark: true,
    because: "mark",
    sample: null,
  });
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return found("utf-8");
  if (head[0] === 0xff && head[1] === 0xfe) return found("utf-16le");
  if (head[0] === 0xfe && head[1] === 0xff) return found("utf-16be");
  return null;
}

/** Western text in UTF-16 has a zero in nearly every second byte; text in any other encoding has none at all. */
function byZeroBytes(head: Buffer): EncodingReading | Refusal | null {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4)
    return refuse("import.file-spreadsheet");
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0)
    return refuse("import.file-spreadsheet");
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const half = head.length / 2;
  const found = (encoding: "utf-16le" | "utf-16be"): EncodingReading => ({
    encoding,
    mark: false,
    because: "zero-bytes",
    sample: null,
  });
  if (odd > half * 0.6 && even < half * 0.1) return found("utf-16le");
  if (even > half * 0.6 && odd < half * 0.1) return found("utf-16be");
  return refuse("import.file-binary");
}

/** The bytes around the first place that is not UTF-8, or null when the whole file is. */
async function firstInvalidUtf8(open: OpenBytes): Promise<Buffer | null> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of open()) {
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      return around(Buffer.concat([before, chunk]));
    }
    before = Buffer.from(chunk.subarray(Math.max(0, chunk.length - 64)));
  }
  try {
    strict.decode();
    return null;
  } catch {
    return around(before);
  }
}

function around(bytes: Buffer): Buffer {
  // A replacement character in the lossy reading shows where the strict one failed.
  const lossy = iconv.decode(bytes, "utf-8");
  const at = Buffer.byteLength(lossy.slice(0, lossy.indexOf("\ufffd")), "utf-8");
  const isBreak = (byte: number | undefined) =>
    byte === undefined || byte < 0x21 || byte === 0x2c || byte === 0x3b || byte === 0x22;
  let from = at;
  let to = at;
  while (at - from < 24 && !isBreak(bytes[from - 1])) from--;
  while (to - at < 24 && !isBreak(bytes[to])) to++;
  return bytes.subarray(from, to);
}

function utf8Sample(head: Buffer): EncodingReading["sample"] {
  const text = iconv.decode(head, "utf-8").replace(/\ufffd$/, "");
  const found = /[^\s,;"\t]*[\u0080-\uffff][^\s,;"\t]*/.exec(text)?.[0];
  if (!found) return null;
  return { read: word(found), otherwise: word(iconv.decode(Buffer.from(found, "utf-8"), "windows-1252")) };
}

const word = (text: string): string => text.trim().slice(0, 40);
