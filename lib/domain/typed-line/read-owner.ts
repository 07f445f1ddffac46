import type { Owner } from "../process/types";
import { beginning, called, type Index, indexOf, MOST_READINGS, resembling } from "./near";
import { phraseAt, plainText, type Token } from "./tokens";
import type { Chip, LineContext, Reading } from "./types";
import { RUN_OWNER_WORDS } from "./vocabulary";

/** An owner's name is at most this many words of the line. */
const MOST_WORDS = 8;
const WORDS: Reading = { kind: "words" };
const RUN_OWNER: Owner = { kind: "run-owner" };

/** All owners of a context by name; made once per line. */
export function ownersOf({ roles, departments }: LineContext): Index<Owner> {
  const of = (kind: "role" | "department", list: LineContext["roles"]) =>
    list.map(({ id, name }) => ({ owner: { kind, id }, name }));
  const all = new Map<Owner, LineContext["roles"][number]["name"]>(
    [...of("role", roles), ...of("department", departments)].map(({ owner, name }) => [owner, name]),
  );
  return indexOf([...all.keys()], (owner) => all.get(owner) ?? {});
}

const everyOne = ({ names }: Index<Owner>): Owner[] => [...new Set([...names.values()].flat())];

/** Reads `@name` at a word. A full name may be several words; part of one is enough when only one owner has it. */
export function readOwner(tokens: readonly Token[], at: number, owners: Index<Owner>): [Chip, number] | null {
  const token = tokens[at];
  if (!token || token.quoted || !token.raw.startsWith("@")) return null;
  const plain = plainText(token.raw.slice(1));
  const chip = (count: number, found: readonly Owner[], sure: boolean, unknown = false): [Chip, number] => {
    const readings = found.map((owner): Reading => ({ kind: "owner", owner }));
    const taken = sure && found.length === 1 ? 0 : null;
    const end = tokens[at + count - 1]?.end ?? token.end;
    const offered = taken === 0 ? readings : [...readings.slice(0, MOST_READINGS), WORDS];
    const place = { start: token.start, end };
    return [
      { kind: "owner", ...place, readings: offered, taken, assumed: false, ...(unknown && { unknown }) },
      count,
    ];
  };
  const runOwner = RUN_OWNER_WORDS.has(plain) ? [RUN_OWNER] : [];
  for (let count = Math.min(MOST_WORDS, tokens.length - at); count >= 1; count--) {
    const rest = tokens.slice(at + 1, at + count);
    if (rest.some(({ quoted }) => quoted)) continue;
    const exact = called(owners, [plain, phraseAt(tokens, at + 1, count - 1)].filter(Boolean).join(" "));
    if (exact.length > 0) return chip(count, [...(count === 1 ? runOwner : []), ...exact], true);
  }
  if (runOwner.length > 0) return chip(1, runOwner, true);
  const partly = plain === "" ? [] : beginning(owners, plain);
  if (partly.length > 0) return chip(1, partly, true);
  const near = resembling(owners, plain);
  // Nobody is called that: whoever there is may be meant.
  return near.length > 0 ? chip(1, near, false) : chip(1, [RUN_OWNER, ...everyOne(owners)], false, true);
}
