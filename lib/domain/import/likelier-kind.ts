import type { ColumnProfile } from "./columns";
import { IMPORT_KINDS, type ImportKind } from "./field";
import { suggestMapping } from "./suggest-mapping";

/** So many columns must have a name that the other kind knows before it is put forward. */
const LEAST = 3;

/**
 * The kind of list that a file rather is than the one it was given as: nothing of that kind is missing, and more of its columns
 * have a place. Null when the file may well be what it was given as.
 */
export function likelierKind(kind: ImportKind, profiles: readonly ColumnProfile[]): ImportKind | null {
  const here = placesIn(kind, profiles);
  const [best] = IMPORT_KINDS.filter((other) => other !== kind)
    .map((other) => ({ other, ...placesIn(other, profiles) }))
    .filter(({ whole, known }) => whole && known >= LEAST && known > here.known)
    .sort((a, b) => b.known - a.known);
  if (!best) return null;
  // What lacks nothing may be meant: only where much more of it has a place elsewhere.
  return !here.whole || best.known >= here.known + LEAST ? best.other : null;
}

function placesIn(kind: ImportKind, profiles: readonly ColumnProfile[]): { whole: boolean; known: number } {
  const { columns, missing } = suggestMapping(kind, profiles);
  const known = columns.filter(
    ({ target, reason }) => target.kind === "field" && reason.code === "known-header",
  );
  return { whole: missing.length === 0, known: known.length };
}
