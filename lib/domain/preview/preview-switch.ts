import { dueSteps } from "../guidance/due-steps";
import { chooseNext } from "../guidance/next-best-step";
import type { CompiledVersion } from "../process/compile";
import { type StageMap, stageAfter } from "../run/decide-switch";
import type { RunEvent } from "../run/events";
import { apply } from "../run/project";
import type { RunState, StageOrders } from "../run/state";
import type { Instant, Occurred } from "../shared/day";
import type { Calendar } from "../timing/calendar";
import type { PreviewCase, SwitchPreview } from "./types";

/** The id that a draft has while it is previewed. */
const DRAFT = "draft";

/** A run as it would stand after going over to `to`: its own events with one more, so nothing else can change. */
export function switchedState(
  state: RunState,
  to: string,
  stageKey: string,
  occurred: Occurred,
  orders: StageOrders,
): RunState {
  const event: RunEvent = {
    type: "run.version-switched",
    from: state.versionId,
    to,
    stageKey,
    seq: state.seq + 1,
    occurred,
    recordedAt: occurred.at ?? `${occurred.day}T00:00:00.000Z`,
    actorId: null,
  };
  return apply(state, event, orders);
}

/** What moving each open run to the draft would do, by the guidance that the run would then get. */
export function previewSwitch(
  { id, state }: PreviewCase,
  before: CompiledVersion,
  after: CompiledVersion,
  map: StageMap,
  calendar: Calendar,
  now: Instant,
  occurred: Occurred,
): SwitchPreview {
  const to = stageAfter(state.stageKey, after, map);
  const today = dueSteps(before, state, calendar, now);
  const none = { id, from: state.stageKey, to, added: [], overdue: [], gone: [] };
  const nextBefore = chooseNext(today, before)?.stepKey ?? null;
  if (to === null) return { ...none, next: { before: nextBefore, after: null } };
  const order = after.stages.map(({ key }) => key);
  const moved = switchedState(state, DRAFT, to, occurred, { [DRAFT]: order });
  const then = dueSteps(after, moved, calendar, now);
  const had = new Map(today.map((step) => [step.stepKey, step]));
  const have = new Set(then.map(({ stepKey }) => stepKey));
  return {
    ...none,
    added: then.filter(({ stepKey }) => !had.has(stepKey)).map(({ stepKey }) => stepKey),
    overdue: then
      .filter(({ stepKey, timing }) => timing === "overdue" && had.get(stepKey)?.timing !== "overdue")
      .map(({ stepKey }) => stepKey),
    gone: today.filter(({ stepKey }) => !have.has(stepKey)).map(({ stepKey }) => stepKey),
    next: { before: nextBefore, after: chooseNext(then, after)?.stepKey ?? null },
  };
}
