import { anchorStep } from "./locate";
import type { Step } from "./types";

/**
 * The order inside one stage, as far as the designer gave one: a window that counts from another step of the stage
 * puts its step after it, or before it when the window ends at or before that step. All other steps are free
 * towards each other and share a group (0 is first). A circle, which check.ts refuses, ends after one round.
 */
export function groupsInStage(steps: readonly Step[]): Map<string, number> {
  const groups = new Map(steps.map((step) => [step.key, 0]));
  const order = steps.flatMap((step) => precedence(step, groups));
  for (let round = 0; round < steps.length; round++) {
    let moved = false;
    for (const { first, next } of order) {
      const least = (groups.get(first) ?? 0) + 1;
      if ((groups.get(next) ?? 0) >= least) continue;
      groups.set(next, least);
      moved = true;
    }
    if (!moved) break;
  }
  return groups;
}

function precedence(step: Step, inStage: ReadonlyMap<string, number>): { first: string; next: string }[] {
  const anchor = anchorStep(step);
  if (anchor === null || anchor === step.key || !inStage.has(anchor)) return [];
  const before = (step.window?.latest ?? 1) <= 0 && (step.window?.earliest ?? -1) < 0;
  return [before ? { first: step.key, next: anchor } : { first: anchor, next: step.key }];
}
