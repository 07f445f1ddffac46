import { mergedOrder } from "@/lib/domain/process/diff-order";
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
  /** Places side by side on a track. */
  readonly slots: number;
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
  const thingOf = (what: string, key: string) =>
    things.find((thing) => thing.what === what && thing.key === key) ?? null;
  const isMoved = (key: string) =>
    thingOf("step", key)?.changes.some(({ change }) => change === "moved") ?? false;
  const order = mergedOrder(keysOf(before.stages), keysOf(after.stages));
  const slots = order.map((key) => slotsOf(stageIn(before, key), stageIn(after, key), isMoved, thingOf));
  const all = slots.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (count / all) * (RIGHT - LEFT);
  let at = LEFT;
  const columns = order.map((key, index) => {
    const from = at;
    at += share(slots[index]?.count ?? 0);
    return { key, from, to: at };
  });
  const marksOf = (doc: ProcessDocument, isOld: boolean): Mark[] => [
    ...columns.flatMap(({ key, from }, index) => {
      const stage = stageIn(doc, key);
      if (!stage) return [];
      const x = (slot: string) => from + share(1 + (slots[index]?.inside.indexOf(slot) ?? 0));
      return [
        { key, x: from, what: "stage", thing: thingOf("stage", key) },
        ...stage.steps.map(
          (step): Mark => ({
            key: step.key,
            x: x(stepSlot(step.key, isOld && isMoved(step.key))),
            what: "step",
            thing: thingOf("step", step.key),
          }),
        ),
        ...stage.criteria.flatMap((criterion): Mark[] => {
          const thing = thingOf("criterion", criterion.key);
          return thing
            ? [{ key: criterion.key, x: x(criterionSlot(criterion.key)), what: "criterion", thing }]
            : [];
        }),
      ] satisfies Mark[];
    }),
    { key: "end", x: RIGHT, what: "end", thing: null },
  ];
  const [old, now] = [marksOf(before, true), marksOf(after, false)];
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
    slots: all,
  };
}

const stageIn = (doc: ProcessDocument, key: string) => doc.stages.find((stage) => stage.key === key);
const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);
const stepSlot = (key: string, wasThere: boolean) => `step.${key}${wasThere ? ".was" : ""}`;
const criterionSlot = (key: string) => `criterion.${key}`;

/**
 * The places in a stage's column: one for every step of either version, two for one that moved, and behind the last step
 * one for every criterion that changed, because what proves a stage stands between its last step and the next station.
 */
function slotsOf(
  old: Stage | undefined,
  now: Stage | undefined,
  isMoved: (key: string) => boolean,
  thingOf: (what: string, key: string) => ChangedThing | null,
): { readonly inside: readonly string[]; readonly count: number } {
  const steps = (stage: Stage | undefined, isOld: boolean) =>
    keysOf(stage?.steps ?? []).map((key) => stepSlot(key, isOld && isMoved(key)));
  const criteria = (stage: Stage | undefined) =>
    keysOf(stage?.criteria ?? [])
      .filter((key) => thingOf("criterion", key))
      .map(criterionSlot);
  const inside = [
    ...mergedOrder(steps(old, true), steps(now, false)),
    ...mergedOrder(criteria(old), criteria(now)),
  ];
  return { inside, count: inside.length + 1 };
}
