import { anchorStep } from "./locate";
import { type Problem, problem } from "./problems";
import type { ProcessDocument } from "./types";

type Node = {
  readonly stageKey: string;
  readonly stageIndex: number;
  readonly anchor: string | null;
  readonly latest: number;
};

/** Windows that count from a step: it must exist, not come round to itself, and not lie ahead. */
export function checkAnchors(doc: ProcessDocument): Problem[] {
  const nodes = new Map<string, Node>();
  doc.stages.forEach((stage, stageIndex) => {
    for (const step of stage.steps) {
      const latest = step.window?.latest ?? Number.POSITIVE_INFINITY;
      nodes.set(step.key, { stageKey: stage.key, stageIndex, anchor: anchorStep(step), latest });
    }
  });
  const circles = circularSteps(nodes);
  return [...nodes].flatMap(([stepKey, node]) => {
    if (node.anchor === null) return [];
    const place = { stageKey: node.stageKey, stepKey, field: "window.anchor" };
    const anchor = nodes.get(node.anchor);
    if (!anchor) return [problem("anchor-missing", place)];
    const circle = circles.get(stepKey);
    if (circle !== undefined) return [problem("anchor-circular", place, { count: circle })];
    const tooSoon = anchor.stageIndex > node.stageIndex && node.latest > 0;
    return tooSoon ? [problem("anchor-in-later-stage", place)] : [];
  });
}

/**
 * The steps on a circle and how many it has. Each step counts from at most one other, so following the anchors
 * from a step either ends or comes round.
 */
function circularSteps(nodes: ReadonlyMap<string, Node>): Map<string, number> {
  const found = new Map<string, number>();
  for (const start of nodes.keys()) {
    const path = [start];
    let next = nodes.get(start)?.anchor ?? null;
    while (next !== null && nodes.has(next) && !path.includes(next)) {
      path.push(next);
      next = nodes.get(next)?.anchor ?? null;
    }
    if (next === start) found.set(start, path.length);
  }
  return found;
}
