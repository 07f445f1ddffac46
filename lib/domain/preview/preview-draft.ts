import { counts, creditOf } from "../conformance/score";
import type { CompiledVersion } from "../process/compile";
import type { Change } from "../process/diff";
import type { RunState } from "../run/state";
import { staysOf } from "../run/visits";
import { daysBetween, type Instant } from "../shared/day";
import type { Calendar } from "../timing/calendar";
import { type StepTiming, type TimingClass, timeSteps } from "../timing/classify";
import type { ChangePreview, DraftPreview, NeverDone, PreviewCase } from "./types";

type Timed = PreviewCase & {
  readonly before: Timings;
  readonly after: Timings;
};
type Timings = ReadonlyMap<string, StepTiming>;

/**
 * Replays past runs on a draft. `before` is what they followed. Each change of the semantic difference says of which runs it
 * would have been, and how those went by it; a renamed thing says nothing, because its figures run on. The same
 * judgement as of any run on any version, so what this says of a run is what will be said of it.
 */
export function previewDraft(
  cases: readonly PreviewCase[],
  changes: readonly Change[],
  before: CompiledVersion,
  after: CompiledVersion,
  calendar: Calendar,
  now: Instant,
): DraftPreview {
  const timings = (version: CompiledVersion, state: RunState): Timings =>
    new Map(timeSteps(version, state, calendar, now).map((each) => [each.step.key, each]));
  const timed = cases.map(
    (one): Timed => ({ ...one, before: timings(before, one.state), after: timings(after, one.state) }),
  );
  const idsOf = (list: readonly Timed[]) => list.map(({ id }) => id);
  return {
    cases: cases.length,
    changes: changes
      .filter(({ change }) => change !== "renamed")
      .map((change) => previewChange(change, timed)),
    flagged: {
      before: idsOf(timed.filter((one) => [...one.before.values()].some(isFlagged))),
      after: idsOf(timed.filter((one) => [...one.after.values()].some(isFlagged))),
    },
    never: neverDone(after, timed),
  };
}

/** A required step that was missed or done at the wrong moment. */
const isFlagged = (each: StepTiming): boolean => counts(each) && each.timing !== "on-time";

type Verdict = "kept" | "otherwise" | "not" | null;

function previewChange(change: Change, timed: readonly Timed[]): ChangePreview {
  const verdicts = timed.map((one) => ({ id: one.id, verdict: verdictOf(change, one) }));
  const idsOf = (wanted: Verdict) => verdicts.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
  const [kept, otherwise, not] = [idsOf("kept"), idsOf("otherwise"), idsOf("not")];
  return {
    change,
    reached: verdicts.filter(({ verdict }) => verdict).map(({ id }) => id),
    kept,
    otherwise,
    not,
  };
}

/** How one run went by a change; null when the change would not have been about it. */
function verdictOf(change: Change, { state, before, after }: Timed): Verdict {
  if (change.what === "stage") return stageVerdict(change.after?.plannedDays ?? null, change.key, state);
  if (!wasIn(state, change.stageKey)) return null;
  const removed = change.change === "removed";
  if (change.what === "criterion") {
    const recorded = Boolean(state.criteria[change.key]);
    if (removed) return recorded ? "otherwise" : "kept";
    return recorded ? "kept" : "not";
  }
  const went = wentBy((removed ? before : after).get(change.key));
  // Where the draft has no such step any more, going without it is as the draft has it.
  if (removed) return went && (went === "not" ? "kept" : "otherwise");
  return went;
}

/**
 * How a step went: null where it was not meant for the run, was waived, or was not yet due when the run ended, and where
 * it was optional and left out.
 */
function wentBy(each: StepTiming | undefined): Verdict {
  if (!each?.owed || NOT_JUDGED.has(each.timing)) return null;
  if (each.timing === "on-time") return "kept";
  if (creditOf(each.timing) > 0) return "otherwise";
  return each.step.required ? "not" : null;
}

const NOT_JUDGED: ReadonlySet<TimingClass> = new Set(["waived", "not-due", "due-soon"]);

const wasIn = (state: RunState, stageKey: string): boolean =>
  state.visits.some((visit) => visit.stageKey === stageKey);

/** A stage with a plan is kept by the stays that ended within it; without one there is nothing to keep. */
function stageVerdict(plannedDays: number | null, stageKey: string, state: RunState): Verdict {
  const days = staysOf(state.visits).flatMap(({ stageKey: key, entered, left }) =>
    key === stageKey && entered && left ? [daysBetween(entered.day, left.day)] : [],
  );
  if (plannedDays === null || days.length === 0) return null;
  return days.every((each) => each <= plannedDays) ? "kept" : "otherwise";
}

/** Required steps of the draft that no run did, among those in which they would have been due. */
function neverDone(after: CompiledVersion, timed: readonly Timed[]): NeverDone[] {
  return after.steps
    .filter(({ required }) => required)
    .flatMap(({ key, stageKey }) => {
      const there = timed.filter((one) => wasIn(one.state, stageKey) && wentBy(one.after.get(key)));
      const done = there.some(({ state }) => state.steps[key]?.status === "done");
      return there.length > 0 && !done ? [{ stepKey: key, reached: there.map(({ id }) => id) }] : [];
    });
}
