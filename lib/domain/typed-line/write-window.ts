import type { Window } from "../process/types";
import type { Locale } from "../shared/text";
import { PHRASES } from "./phrases";

/** The ways to write a window that counts from something called `what`, the plainest first; none when both ends are open. */
export function windowTexts(window: Window, what: string, locale: Locale): string[] {
  const say = PHRASES[locale];
  const { anchor, unit, earliest, latest } = window;
  const bounds = [earliest, latest].filter((bound) => bound !== null);
  const before = bounds.some((bound) => bound < 0) && bounds.every((bound) => bound <= 0);
  const amount = (bound: number) => {
    const n = before ? -bound || 0 : bound;
    return `${n} ${say.units[unit][n === 1 ? 0 : 1]}`;
  };
  const bare = (bound: number) => String(before ? -bound || 0 : bound);
  const direction = before ? say.before : say.after;
  const [low, high] = before ? [latest, earliest] : [earliest, latest];
  const texts: string[] = [];
  if (unit === "working-days" && latest === null && earliest === 0) texts.push(`${say.after} ${what}`);
  if (unit === "working-days" && earliest === null && latest === 0) texts.push(`${say.before} ${what}`);
  if (before && earliest === null && latest !== null) texts.push(`${amount(latest)} ${say.before} ${what}`);
  if (high !== null && (before || high >= 0) && isWithin(window, before)) {
    // "After the start of the stage" is no way to say it, and "after a step" is.
    const from = before || anchor.kind === "step" ? direction : say.since;
    texts.push(`${say.within} ${amount(high)} ${from} ${what}`);
  }
  if (low !== null && high !== null)
    texts.push(`${say.between} ${bare(low)} ${say.and} ${amount(high)} ${direction} ${what}`);
  else if (latest !== null) texts.push(`${say.atLatest} ${amount(latest)} ${direction} ${what}`);
  else if (earliest !== null) texts.push(`${say.since} ${amount(earliest)} ${direction} ${what}`);
  return texts;
}

/** As "within" is read: up to the anchor; after a step from it on; after a moment without a beginning. */
function isWithin({ anchor, earliest, latest }: Window, before: boolean): boolean {
  if (before) return latest === 0;
  return earliest === (anchor.kind === "step" ? 0 : null);
}
