import { normalName } from "./names";

/** A value that is not known, and the known one it was probably meant to be. A proposal, never applied by itself. */
export type NearMatch = {
  readonly value: string;
  readonly match: string;
  /** "spacing": equal but for spaces and punctuation; "typo": one or two letters differ. */
  readonly why: "spacing" | "typo";
  /** Letters to change, add, drop or swap; 0 for spacing. */
  readonly distance: number;
};

/**
 * Known values that lie near an unknown one: "GTXPro" and "GTX Pro", "technolgy" and "technology". Values that equal a
 * known one (case, accents, punctuation and legal form aside) need no match and give none. Different digits never
 * match: "GTK 500" is not a misspelt "GTK 600". Between two equally near candidates none is proposed.
 */
export function nearMatches(values: Iterable<string>, known: Iterable<string>): NearMatch[] {
  const candidates = new Map<string, { name: string; squeezed: string }>();
  for (const name of known) {
    const key = normalName(name);
    if (key && !candidates.has(key)) candidates.set(key, { name, squeezed: key.replaceAll(" ", "") });
  }
  const found: NearMatch[] = [];
  for (const value of new Set(values)) {
    const key = normalName(value);
    if (!key || candidates.has(key)) continue;
    const match = nearest(key.replaceAll(" ", ""), [...candidates.values()]);
    if (match)
      found.push({
        value,
        match: match.name,
        why: match.distance === 0 ? "spacing" : "typo",
        distance: match.distance,
      });
  }
  return found;
}

function nearest(squeezed: string, candidates: readonly { name: string; squeezed: string }[]) {
  const allowed = squeezed.length < 5 ? 0 : squeezed.length < 8 ? 1 : 2;
  let best: { name: string; distance: number } | null = null;
  let tied = false;
  for (const candidate of candidates) {
    const limit = Math.min(allowed, best?.distance ?? allowed);
    if (digits(candidate.squeezed) !== digits(squeezed)) continue;
    const distance = editDistance(squeezed, candidate.squeezed, limit);
    if (distance > limit) continue;
    tied = best !== null && best.distance === distance;
    best = { name: candidate.name, distance };
  }
  return tied ? null : best;
}

const digits = (text: string): string => text.replace(/\D+/g, "-");

/**
 * Letters to insert, drop, change or swap with their neighbour to turn `a` into `b` (optimal string alignment); any
 * number above `limit` once it is certain to be more.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + change,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
