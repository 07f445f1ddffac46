export type Direction = "forward" | "skip" | "back";

/**
 * What a move from one stage to another is in the given order: to the next stage, over one or more, or back. From or
 * to a stage that the order does not know it counts as forward, because nothing can be said against it.
 */
export function directionOf(order: readonly string[], from: string | null, to: string): Direction {
  const target = order.indexOf(to);
  const source = from === null ? -1 : order.indexOf(from);
  if (target < 0 || (from !== null && source < 0)) return "forward";
  if (target < source) return "back";
  return target > source + 1 ? "skip" : "forward";
}
