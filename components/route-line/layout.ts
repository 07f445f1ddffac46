import type { RouteStage, RouteState, RouteStop, RouteView } from "./types";

export type Track = "solid" | "claimed" | "ahead";
export type Piece = { readonly from: number; readonly to: number; readonly track: Track };
export type Placed<Item> = { readonly key: string; readonly item: Item; readonly x: number };
export type RouteLayout = {
  readonly stations: readonly (Placed<RouteStage> & { readonly width: number })[];
  readonly stops: readonly Placed<RouteStop>[];
  readonly pieces: readonly Piece[];
  readonly end: number;
  /** Where the pin stands; null when nothing is on the way. */
  readonly here: number | null;
  /** Where the line stops without a win; null otherwise. */
  readonly stopped: number | null;
  /** Up to where the buyer has proven it; null when all of it is, or nothing is claimed. */
  readonly proven: number | null;
};

/** No stage is drawn narrower than this share of an even one, so that its name keeps room. */
const NARROWEST = 0.7;

/** Widths of the stages as shares of 1: even, or by their days. */
export function stageWidths(stages: readonly RouteStage[], byDays: boolean): number[] {
  const even = 1 / Math.max(1, stages.length);
  const known = stages.filter((stage) => stage.days !== undefined);
  if (!byDays || known.length === 0) return stages.map(() => even);
  const typical = known.reduce((sum, stage) => sum + (stage.days ?? 0), 0) / known.length || 1;
  const total = stages.reduce((sum, stage) => sum + (stage.days ?? typical), 0) || 1;
  const wide = stages.map((stage) => Math.max(NARROWEST * even, (stage.days ?? typical) / total));
  const sum = wide.reduce((a, b) => a + b, 0);
  return wide.map((width) => width / sum);
}

/**
 * Where everything stands on the line, as shares 0..1 of its length. The pin is within its stage by days when lengths
 * are days, at its station otherwise.
 */
export function layOut(view: RouteView, byDays: boolean): RouteLayout {
  const widths = stageWidths(view.stages, byDays);
  const stations: RouteLayout["stations"][number][] = [];
  const stops: Placed<RouteStop>[] = [];
  const pieces: Piece[] = [];
  let x = 0;
  let here: number | null = null;
  let proven: number | null = null;
  let stopped: number | null = null;
  view.stages.forEach((stage, index) => {
    const width = widths[index] ?? 0;
    const end = x + width;
    stations.push({ key: stage.key, item: stage, x, width });
    if (stage.claimed && stage.state !== "ahead" && proven === null) proven = x;
    const done: Track = stage.claimed ? "claimed" : "solid";
    if (stage.state === "here") {
      const share = byDays ? Math.min(0.9, Math.max(0.1, (view.day ?? 0) / Math.max(1, stage.days ?? 1))) : 0;
      here = x + width * share;
      if (here > x) pieces.push({ from: x, to: here, track: done });
      pieces.push({ from: here, to: end, track: "ahead" });
    } else if (stage.ended) {
      stopped = x + width / 2;
      pieces.push({ from: x, to: stopped, track: done }, { from: stopped, to: end, track: "ahead" });
    } else {
      pieces.push({ from: x, to: end, track: stage.state === "behind" ? done : "ahead" });
    }
    const steps = stage.steps ?? [];
    steps.forEach((item, place) => {
      // A step key may repeat in another stage of a hand-made line, so the stage is part of it.
      stops.push({
        key: `${stage.key} ${item.key}`,
        item,
        x: x + width * (item.at ?? (place + 1) / (steps.length + 1)),
      });
    });
    x = end;
  });
  return { stations, stops, pieces, end: x, here, stopped, proven };
}

/** The stage where the pin stands, with its number from 1; null before the start and after the end. */
export function position(view: RouteView): { index: number; stage: RouteStage } | null {
  const index = view.stages.findIndex((stage) => stage.state === "here");
  const stage = view.stages[index];
  return stage ? { index: index + 1, stage } : null;
}

/** The last stage that the buyer has proven when a later one is only claimed; null otherwise. */
export function lastProven(view: RouteView): RouteStage | null {
  const first = view.stages.findIndex((stage) => stage.claimed && stage.state !== "ahead");
  return first > 0 ? (view.stages[first - 1] ?? null) : null;
}

/** What a reader hears for a stage: claimed counts before where it is. */
export const spokenState = (stage: RouteStage): RouteState | "claimed" =>
  stage.claimed && stage.state !== "ahead" ? "claimed" : stage.state;

/**
 * The stops whose notes fit beside each other when each takes `width` of the line, the last ones first: what happened
 * lately says most. All others keep their mark and are named in the list below.
 */
export function withRoom(stops: readonly Placed<RouteStop>[], width: number): readonly Placed<RouteStop>[] {
  const kept: Placed<RouteStop>[] = [];
  let limit = 1;
  for (const stop of stops.toReversed()) {
    if (stop.x + width > limit) continue;
    kept.push(stop);
    limit = stop.x;
  }
  return kept;
}
