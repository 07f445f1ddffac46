import { callEntryIds, groundOf } from "@/lib/domain/calls/suggest";
import type { CallChannel, CallPlan, CallResult, CancelReason } from "@/lib/domain/calls/types";
import { type CompiledVersion, stepsIn } from "@/lib/domain/process/compile";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { dayOf } from "@/lib/domain/timing/zone";
import type { Happened } from "@/lib/features/runs/open";
import type { CallScript } from "./call-scripts";
import type { Random } from "./random";
import { demoEntries } from "./registers";

const MS_PER_MINUTE = 60_000;
/** The summary is written down this long after the call ended. */
const WRITTEN_AFTER = 12;

/** Where a call takes place: the versions of the deal and of the call, the deal's stage, and the step that it does. */
export type CallPlace = {
  readonly slug: string;
  readonly timeZone: string;
  readonly script: CallScript;
  readonly process: { readonly id: string; readonly compiled: CompiledVersion };
  readonly deal: CompiledVersion;
  readonly stageKey: string | null;
  readonly stepKey: string | null;
  readonly ownerId: string;
};

/** What became of a planned call. */
export type CallEnd =
  | { readonly kind: "planned" }
  | { readonly kind: "held" }
  | { readonly kind: "not-held"; readonly reason: CancelReason };

type Moment = { readonly at: string; readonly plannedAt: string; readonly channel: CallChannel };

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * MS_PER_MINUTE).toISOString();

/** Some of a list, each with a chance. */
const some = <T>(random: Random, from: readonly T[], probability: number): T[] =>
  from.filter(() => random.chance(probability));

function planOf(random: Random, place: CallPlace, { at, channel }: Moment): CallPlan {
  const { script, slug, stepKey, stageKey } = place;
  const { goal, questions } = (stepKey === null ? null : script.plans[stepKey]) ?? script.between;
  const matter = callEntryIds(groundOf(place.deal, { stageKey, stepKey }, place.process.compiled));
  const entries = demoEntries(slug).filter(({ id }) => matter.includes(id));
  const idsOf = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
  return {
    ...{ at, channel, stepKey, goal, questions },
    minutes: channel === "call" ? random.pick([15, 30]) : random.pick([45, 60]),
    objections: some(random, idsOf("objection"), 0.6),
    messages: some(random, idsOf("message"), 0.7),
    people: [],
  };
}

function resultOf(random: Random): CallResult {
  const turn = random.next();
  return turn < 0.5 ? "yes" : turn < 0.82 ? "partly" : "no";
}

/** A call's history, from its plan until what came of it; `learned` is what was written down, null when it was not held. */
export function callHistory(
  random: Random,
  place: CallPlace,
  moment: Moment,
  end: CallEnd,
): { readonly events: [Happened, ...Happened[]]; readonly learned: string | null } {
  const { script, timeZone, ownerId } = place;
  const { id: versionId, compiled } = place.process;
  const on = (at: string): Occurred => ({ day: dayOf(at, timeZone), at });
  const plan = planOf(random, place, moment);
  const event = (body: RunEventBody, at: string, recordedAt = at): Happened => ({
    ...body,
    occurred: on(at),
    recordedAt,
    actorId: ownerId,
  });
  const { plannedAt, at } = moment;
  const [first, ...rest] = compiled.stages;
  if (!first) throw new Error("the demo's calls have no stages");
  const opening = event(
    {
      type: "run.opened",
      versionId,
      stageKey: first.key,
      startKnown: true,
      fields: { title: plan.goal, owner: ownerId, contact: null },
    },
    plannedAt,
  );
  const planned = event({ type: "call.planned", plan }, plannedAt);
  const ticks = (stage: string, when: string, recordedAt = when): Happened[] =>
    stepsIn(compiled, stage)
      .filter(({ importance }) => random.chance(importance === "key" ? 0.8 : 0.45))
      .map(({ key }) => event({ type: "step.completed", stepKey: key, activityId: null }, when, recordedAt));
  const before: [Happened, ...Happened[]] = [opening, planned, ...ticks(first.key, plannedAt)];
  if (end.kind === "planned") return { events: before, learned: null };
  const written = later(at, plan.minutes + WRITTEN_AFTER);
  if (end.kind === "not-held") {
    const note = end.reason === "no-show" ? script.noShow : null;
    const cancelled = event({ type: "call.cancelled", reason: end.reason, note }, written);
    return { events: [...before, cancelled], learned: null };
  }
  const result = resultOf(random);
  const learned = random.pick(script.learned[result]);
  const through = rest.flatMap(({ key }, index) => [
    event(
      { type: "run.moved", from: compiled.stages[index]?.key ?? null, to: key, deviation: null },
      at,
      written,
    ),
    ...ticks(key, at, written),
  ]);
  const heard = some(random, plan.objections, result === "no" ? 0.75 : 0.4);
  const debrief = { result, learned, heard, stepDone: plan.stepKey !== null };
  return {
    events: [...before, ...through, event({ type: "call.debriefed", debrief }, at, written)],
    learned,
  };
}
