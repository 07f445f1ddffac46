import type { CompiledStep, CompiledVersion } from "@/lib/domain/process/compile";
import { stepsIn } from "@/lib/domain/process/compile";
import type { CloseReason, DeviationReason, Outcome, RunEventBody } from "@/lib/domain/run/events";
import { addDays, type Day, type Occurred } from "@/lib/domain/shared/day";
import type { Locale } from "@/lib/domain/shared/text";
import { type Calendar, isWorkingDay, nextWorkingDay } from "@/lib/domain/timing/calendar";
import { instantAt } from "@/lib/domain/timing/zone";
import type { Happened, NewActivity } from "@/lib/features/runs/open";
import type { Random } from "./random";
import { noteFor } from "./words";

/** How a rep works: which share of the steps is done, and how much of the planned time is used. */
export type Habit = { readonly discipline: number; readonly pace: number };

export type Journey = {
  readonly events: [Happened, ...Happened[]];
  readonly activities: Omit<NewActivity, "runId">[];
};

const REASONS: readonly [CloseReason, ...CloseReason[]] = [
  "price",
  "competitor",
  "timing",
  "no-budget",
  "no-need",
  "no-contact",
  "product-fit",
];
const DEVIATIONS: readonly [DeviationReason, ...DeviationReason[]] = [
  "buyer-asked",
  "done-before",
  "not-relevant",
  "no-access",
  "tried-another-way",
];

const HOURS_PER_DAY = 8;

type Walk = {
  readonly version: CompiledVersion;
  readonly calendar: Calendar;
  readonly random: Random;
  readonly habit: Habit;
  readonly survival: number;
  readonly today: Day;
  /** What its people write in. */
  readonly language: Locale;
  readonly actorId: string;
  readonly newId: () => string;
  readonly events: Happened[];
  readonly activities: Omit<NewActivity, "runId">[];
};

function during(day: Day, { calendar, random }: Walk): Occurred {
  const on = isWorkingDay(day, calendar) ? day : nextWorkingDay(day, 1, calendar);
  return { day: on, at: instantAt(on, 9 * 60 + random.whole(0, 470), calendar.timeZone) };
}

const happen = (walk: Walk, body: RunEventBody, occurred: Occurred): void => {
  walk.events.push({ ...body, occurred, recordedAt: occurred.at ?? `${occurred.day}T12:00:00Z` });
};

/** Does, waives or leaves a step of the stage being travelled; tells whether it was done. */
function takeStep(walk: Walk, step: CompiledStep, entered: Day, left: Day): boolean {
  const { random, habit, activities, actorId } = walk;
  const latest = (step.window?.latest ?? 5) / (step.window?.unit === "hours" ? HOURS_PER_DAY : 1);
  if (!random.chance(habit.discipline * (step.importance === "optional" ? 0.5 : 1))) {
    if (random.chance(0.35)) {
      const occurred = during(addDays(entered, random.whole(0, 3)), walk);
      const deviation = { reason: random.pick(DEVIATIONS), note: null };
      if (occurred.day <= left) happen(walk, { type: "step.waived", stepKey: step.key, deviation }, occurred);
    }
    return false;
  }
  const slip = random.chance(0.82) ? random.next() * 0.95 : 1 + random.next();
  const occurred = during(addDays(entered, Math.round(Math.max(0, latest) * slip)), walk);
  if (occurred.day > left || occurred.day > walk.today) return false;
  const spoken =
    step.channel === "call" ||
    step.channel === "meeting" ||
    step.channel === "visit" ||
    step.channel === "video";
  if (!spoken && step.channel !== "email") {
    happen(walk, { type: "step.completed", stepKey: step.key, activityId: null }, occurred);
    return true;
  }
  const kind = step.channel ?? "note";
  const id = walk.newId();
  const note = noteFor(random, walk.language, kind);
  activities.push({
    id,
    kind,
    stepKey: step.key,
    twoWay: spoken,
    note,
    occurred,
    actorId,
    recordedAt: occurred.at ?? "",
  });
  happen(
    walk,
    {
      type: "activity.logged",
      activityId: id,
      kind,
      stepKey: step.key,
    },
    occurred,
  );
  happen(walk, { type: "step.completed", stepKey: step.key, activityId: id }, occurred);
  return true;
}

function close(walk: Walk, outcome: Outcome, day: Day): void {
  const reason = outcome === "won" ? null : outcome === "no-decision" ? "timing" : walk.random.pick(REASONS);
  happen(walk, { type: "run.closed", outcome, reason, note: null, amount: null }, during(day, walk));
}

/**
 * One made-up deal, from its opening until today at the latest. Steps that are done in their stage raise the chance to
 * go on, so that the demo holds an effect that can be found; everything else is chance.
 */
export function travel(
  given: Omit<Walk, "events" | "activities">,
  opened: Day,
  fields: Record<string, unknown>,
  versionId: string,
): Journey {
  const walk: Walk = { ...given, events: [], activities: [] };
  const { random, version, habit, today } = walk;
  const [first] = version.stages;
  if (!first) throw new Error("the demo's process has no stages");
  const start = during(opened, walk);
  happen(
    walk,
    { type: "run.opened", versionId, stageKey: first.key, startKnown: true, fields: fields as never },
    start,
  );
  let entered = start.day;
  for (let index = 0; index < version.stages.length && entered <= today; ) {
    const stage = version.stages[index];
    if (!stage) break;
    const stay = Math.max(1, Math.round(random.around((stage.plannedDays ?? 10) * 0.85 * habit.pace, 0.55)));
    const left = addDays(entered, stay);
    const steps = stepsIn(version, stage.key);
    const done = steps.filter((step) => takeStep(walk, step, entered, left)).length;
    evidence(walk, stage.criteria, entered, left);
    if (left > today) break;
    const share = steps.length ? done / steps.length : 1;
    const last = index === version.stages.length - 1;
    if (!random.chance(walk.survival + (share - 0.6) * 0.3)) {
      const outcome: Outcome = random.chance(0.62)
        ? "lost"
        : random.chance(0.75)
          ? "no-decision"
          : "disqualified";
      // The dead linger: a lost deal stays open longer than a deal that goes on.
      const end = addDays(left, random.whole(0, 45));
      if (end <= today) close(walk, outcome, end);
      break;
    }
    if (last) {
      close(walk, "won", left);
      break;
    }
    const turn = random.next();
    const to =
      turn < 0.05 && index > 0
        ? index - 1
        : turn < 0.1 && index + 2 < version.stages.length
          ? index + 2
          : index + 1;
    const stageKey = version.stages[to]?.key ?? stage.key;
    const deviation =
      to === index + 1 || random.chance(0.35) ? null : { reason: random.pick(DEVIATIONS), note: null };
    const moved = during(left, walk);
    if (moved.day > today) break;
    happen(walk, { type: "run.moved", from: stage.key, to: stageKey, deviation }, moved);
    entered = moved.day;
    index = to;
  }
  const events = inOrder(walk.events);
  return { events, activities: walk.activities };
}

function evidence(
  walk: Walk,
  criteria: CompiledVersion["stages"][number]["criteria"],
  entered: Day,
  left: Day,
): void {
  for (const { key, evidence } of criteria) {
    if (!walk.random.chance(walk.habit.discipline * 0.8)) continue;
    const occurred = during(addDays(entered, walk.random.whole(1, 9)), walk);
    if (occurred.day > left || occurred.day > walk.today) continue;
    happen(walk, { type: "criterion.evidenced", criterionKey: key, kind: evidence, note: null }, occurred);
  }
}

/** By moment; a working day may have shifted something past the closing, which then is left out. */
function inOrder(events: readonly Happened[]): [Happened, ...Happened[]] {
  const moment = (event: Happened) => event.occurred.at ?? `${event.occurred.day}T12:00:00Z`;
  const [opening, ...rest] = events;
  if (!opening) throw new Error("a journey has a beginning");
  const start = moment(opening);
  const sorted = rest
    .filter((event) => moment(event) >= start)
    .sort((a, b) => (moment(a) < moment(b) ? -1 : 1));
  const end = sorted.findIndex(({ type }) => type === "run.closed");
  return [opening, ...(end < 0 ? sorted : sorted.slice(0, end + 1))];
}
