import iconv from "iconv-lite";
import type { Encoding } from "./reading";

/**
 * Turns bytes into text, chunk by chunk, without the byte order mark. Windows-1252 goes through iconv-lite: the
 * platform's own decoder turns the bytes 0x80 to 0x9F into control characters on the Node versions we support.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of source) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

const SEP_LINE = /^"?sep=(.)"?(?:\r\n|\n|\r)/;

/** The separator that a first line such as `sep=;` names, with the line's length; null when there is none. */
export function readSepLine(start: string): { separator: string; length: number } | null {
  const found = SEP_LINE.exec(start);
  return found?.[1] ? { separator: found[1], length: found[0].length } : null;
}

/** Leaves out the `sep=` line, also when it is spread over several chunks. */
export async function* withoutSepLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  let start: string | null = "";
  for await (const chunk of text) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start += chunk;
    // Long enough for the line and for a line feed that belongs to its carriage return.
    if (start.length < 12) continue;
    yield start.slice(readSepLine(start)?.length ?? 0);
    start = null;
  }
  if (start) yield start.slice(readSepLine(start)?.length ?? 0);
}
