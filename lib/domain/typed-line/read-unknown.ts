import type { StepIndex } from "./read-anchor";
import { readAnchor } from "./read-anchor";
import type { Token } from "./tokens";
import type { Chip, LineContext, Reading } from "./types";
import { anyTime } from "./window-of";

/** Steps that are offered where the named one is not there. */
const MOST_STEPS = 6;

/**
 * "After lunch", where no step is called anything like it: most likely words of the name, and they stay so. It is shown
 * all the same, with the steps before the place, because it may as well be a step that has another name.
 */
export function readUnknownAnchor(
  tokens: readonly Token[],
  at: number,
  index: StepIndex,
  { steps, after }: LineContext,
): [Chip, number] | null {
  const named = readAnchor(tokens, at, index);
  const [first, last] = [tokens[at], tokens[at + (named?.count ?? 0) - 1]];
  if (!named || !first || !last || !named.certain || named.anchors.length > 0) return null;
  const place = steps.findIndex(({ key }) => key === after);
  const nearest = (place < 0 ? [...steps] : steps.slice(0, place + 1)).reverse().slice(0, MOST_STEPS);
  const readings = [
    ...nearest.map(({ key }): Reading => {
      const window = anyTime({ kind: "step", stepKey: key }, named.before);
      return { kind: "window", window };
    }),
    { kind: "words" } as const,
  ];
  const { start } = first;
  const taken = readings.length - 1;
  return [
    { kind: "window", start, end: last.end, readings, taken, assumed: true, unknown: true },
    named.count,
  ];
}
