import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { MOST_FILE_BYTES } from "@/lib/features/processes/view";

/**
 * The text of a process file, without its byte order mark. Refuses one that is too big, one that cannot be read and one in
 * another encoding than UTF-8: read all the same, it would lose letters without a word.
 */
export async function textOf(file: Pick<File, "size" | "arrayBuffer">): Promise<string | Refusal> {
  if (file.size > MOST_FILE_BYTES)
    return refuse("process-file.too-big", { megabytes: MOST_FILE_BYTES / 1_000_000 });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return refuse("process-file.unreadable");
  const text = decoded(bytes);
  // UTF-16 without a mark is valid UTF-8 with a zero at every other place, which no JSON holds.
  return text === null || text.includes("\0") ? refuse("process-file.not-utf8") : text;
}

function decoded(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
