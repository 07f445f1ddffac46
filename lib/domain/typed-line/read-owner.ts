import type { Owner } from "../process/types";
import { beginning, called, MOST_READINGS, namesOf, resembling } from "./near";
import { plainText, type Token } from "./tokens";
import type { Chip, LineContext, Reading } from "./types";
import { RUN_OWNER_WORDS } from "./vocabulary";

/** An owner's name is at most this many words of the line. */
const MOST_WORDS = 8;
const WORDS: Reading = { kind: "words" };

type Candidate = { readonly owner: Owner; readonly names: readonly string[] };

/** All owners of a context, ready to be compared; made once per line. */
export function ownersOf({ roles, departments }: LineContext): Candidate[] {
  const of = (kind: "role" | "department", list: LineContext["roles"]) =>
    list.map(({ id, name }): Candidate => ({ owner: { kind, id }, names: namesOf(name) }));
  return [...of("role", roles), ...of("department", departments)];
}

/** Reads `@name` at a word. A full name may be several words; part of one is enough when only one owner has it. */
export function readOwner(
  tokens: readonly Token[],
  at: number,
  owners: readonly Candidate[],
): [Chip, number] | null {
  const token = tokens[at];
  if (!token || token.quoted || !token.raw.startsWith("@")) return null;
  const plain = plainText(token.raw.slice(1));
  const chip = (count: number, found: readonly Reading[], taken: number | null): [Chip, number] => {
    const readings = taken === 0 && found.length === 1 ? found : [...found.slice(0, MOST_READINGS), WORDS];
    const end = tokens[at + count - 1]?.end ?? token.end;
    return [{ kind: "owner", start: token.start, end, readings, taken, assumed: false }, count];
  };
  const reading = ({ owner }: Candidate): Reading => ({ kind: "owner", owner });
  for (let count = Math.min(MOST_WORDS, tokens.length - at); count >= 1; count--) {
    const rest = tokens.slice(at + 1, at + count);
    if (rest.some(({ quoted }) => quoted)) continue;
    const exact = called(owners, [plain, ...rest.map((word) => word.plain)].join(" "));
    if (exact.length > 0) return chip(count, exact.map(reading), exact.length === 1 ? 0 : null);
  }
  if (RUN_OWNER_WORDS.has(plain)) return chip(1, [{ kind: "owner", owner: { kind: "run-owner" } }], 0);
  const partly = plain === "" ? [] : beginning(owners, plain);
  if (partly.length > 0) return chip(1, partly.map(reading), partly.length === 1 ? 0 : null);
  return chip(1, resembling(owners, plain).map(reading), null);
}
