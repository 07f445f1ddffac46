import { nearMatches } from "../import/fuzzy";
import { normalName, plainName } from "../import/names";

/** Why two names are probably one company's: written the same, spaced differently, or a letter or two apart. */
export type Alikeness = "same" | "spacing" | "typo";

/**
 * How alike two names of companies are, by the rule that imports propose by; null when they are not. Names without letters
 * or digits are like nothing.
 */
export function alike(one: string, other: string): Alikeness | null {
  const [a, b] = [normalName(one), normalName(other)];
  if (!a || !b) return null;
  if (a === b) return "same";
  return nearMatches([one], [other])[0]?.why ?? null;
}

/** Whether two people at one company are probably one: their names differ in case, accents and signs at most, or by a typo. */
export function alikePeople(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  return a !== "" && b !== "" && (a === b || nearMatches([a], [b]).length > 0);
}
