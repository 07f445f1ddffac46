import type { ProcessDocument, Stage } from "@/lib/domain/process/types";
import type { ChangedThing } from "../changed-things";

/** A mark on a track: `x` in shares of the width. `thing` is the change it stands for, if any. */
export type Mark = {
  readonly key: string;
  readonly x: number;
  readonly what: "stage" | "step" | "criterion" | "end";
  readonly thing: ChangedThing | null;
};
export type Tracks = {
  readonly before: readonly Mark[];
  readonly after: readonly Mark[];
  /** From a mark on the old track to the same thing on the new one. */
  readonly links: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  /** The stages of both with the share of the width that is theirs. */
  readonly columns: readonly { readonly key: string; readonly from: number; readonly to: number }[];
};

/** Room at both sides, so that no mark is cut off. */
const LEFT = 0.012;
const RIGHT = 0.985;

/** The old version above the new one in the same columns, so that what stays put stands straight below itself. */
export function tracksOf(
  before: ProcessDocument,
  after: ProcessDocument,
  things: readonly ChangedThing[],
): Tracks {
  const order = columnOrder(before, after);
  const stageIn = (doc: ProcessDocument, key: string) => doc.stages.find((stage) => stage.key === key);
  const slots = order.map(
    (key) => 1 + Math.max(stageIn(before, key)?.steps.length ?? 0, stageIn(after, key)?.steps.length ?? 0),
  );
  const all = slots.reduce((sum, each) => sum + each, 0);
  let at = 0;
  const columns = order.map((key, index) => {
    const from = LEFT + (at / all) * (RIGHT - LEFT);
    at += slots[index] ?? 0;
    return { key, from, to: LEFT + (at / all) * (RIGHT - LEFT) };
  });
  const thingOf = (what: string, key: string) =>
    things.find((thing) => thing.what === what && thing.key === key) ?? null;
  const marksOf = (doc: ProcessDocument): Mark[] => [
    ...columns.flatMap(({ key, from, to }) => {
      const stage = stageIn(doc, key);
      return stage ? stageMarks(stage, from, to, thingOf) : [];
    }),
    { key: "end", x: RIGHT, what: "end", thing: null },
  ];
  const [old, now] = [marksOf(before), marksOf(after)];
  const links = old.flatMap(({ key, what, x, thing }) => {
    if (thing?.how !== "changed" || what === "criterion") return [];
    const same = now.find((mark) => mark.key === key && mark.what === what);
    return same ? [{ key: `${what}.${key}`, from: x, to: same.x }] : [];
  });
  return {
    // A change is numbered once: on the new track, unless it is only on the old one.
    before: old.map((mark) => (mark.thing?.how === "removed" ? mark : { ...mark, thing: null })),
    after: now,
    links,
    columns,
  };
}

function stageMarks(
  stage: Stage,
  from: number,
  to: number,
  thingOf: (what: string, key: string) => ChangedThing | null,
): Mark[] {
  const gap = (to - from) / (stage.steps.length + 1);
  const criteria = stage.criteria.flatMap(({ key }) => thingOf("criterion", key) ?? []);
  return [
    { key: stage.key, x: from, what: "stage", thing: thingOf("stage", stage.key) },
    ...stage.steps.map(
      ({ key }, index): Mark => ({
        key,
        x: from + gap * (index + 1),
        what: "step",
        thing: thingOf("step", key),
      }),
    ),
    // What proves a stage stands between its last step and the next station.
    ...criteria.map(
      (thing, index): Mark => ({
        key: thing.key,
        x: to - (gap / (criteria.length + 1)) * (criteria.length - index) * 0.9,
        what: "criterion",
        thing,
      }),
    ),
  ];
}

/** The stages of the new version in its order, with those that are gone behind the one they followed. */
function columnOrder(before: ProcessDocument, after: ProcessDocument): string[] {
  const order = after.stages.map(({ key }) => key);
  const stays = new Set(order);
  before.stages.forEach(({ key }, index) => {
    if (stays.has(key)) return;
    const previous = before.stages[index - 1]?.key;
    const place = previous === undefined ? 0 : order.indexOf(previous) + 1;
    order.splice(place, 0, key);
  });
  return order;
}
