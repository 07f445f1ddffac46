import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";

const MEGABYTE = 1_048_576;
/** Largest JSON body; a whole mapping of a wide file fits many times. */
export const JSON_LIMIT = MEGABYTE;

const tooLarge = (limit: number): Refusal =>
  refuse("body-too-large", { megabytes: Math.floor(limit / MEGABYTE) });

/** The body as JSON. Refuses another type, more than `JSON_LIMIT` bytes, and text that is no JSON. */
export async function readJsonBody(request: Request): Promise<{ value: unknown } | Refusal> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") return refuse("body-type-unknown", { wanted: "application/json" });
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(request, JSON_LIMIT)) {
    if (!(piece instanceof Uint8Array)) return piece;
    pieces.push(piece);
  }
  try {
    return { value: JSON.parse(Buffer.concat(pieces).toString("utf8")) };
  } catch {
    return refuse("body-not-json");
  }
}

/**
 * The body in pieces of exactly `size` bytes (the last may be smaller), never more than one piece in memory.
 * Ends with a refusal once `limit` bytes are passed.
 */
export async function* piecesOf(
  request: Request,
  limit: number,
  size = MEGABYTE,
): AsyncGenerator<Uint8Array<ArrayBuffer> | Refusal> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return yield tooLarge(limit);
  let piece = new Uint8Array(Math.min(size, limit));
  let filled = 0;
  let total = 0;
  for await (const chunk of chunksOf(request)) {
    total += chunk.length;
    if (total > limit) return yield tooLarge(limit);
    for (let at = 0; at < chunk.length; ) {
      const take = Math.min(piece.length - filled, chunk.length - at);
      piece.set(chunk.subarray(at, at + take), filled);
      filled += take;
      at += take;
      if (filled < piece.length) continue;
      yield piece;
      piece = new Uint8Array(piece.length);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
