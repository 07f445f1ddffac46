import { addDays, type Day, daysBetween } from "../shared/day";
import type { GateFacts } from "./facts";
import {
  CHECKED_WITHIN_DAYS,
  MIN_CASES,
  REFINED_DECISION_DAYS,
  REFINED_VERSION_DAYS,
  REVIEW_DAYS,
} from "./gates";
import type { Finding, JudgedLevel, Measure, Need } from "./judgement";

const age = (of: string, on: Day | null, today: Day): Measure =>
  on === null ? { kind: "never", of } : { kind: "ago", of, on, days: daysBetween(on, today) };
const within = (of: string, days: number): Need => ({ kind: "within", of, days });
const fresh = (on: Day | null, days: number, today: Day): boolean =>
  on !== null && daysBetween(on, today) <= days;

/** A recorded process review, not older than the level allows. */
export function judgeReviewed({ reviewedOn, today }: GateFacts, level: JudgedLevel): Finding {
  const days = REVIEW_DAYS[level] ?? 0;
  const met = fresh(reviewedOn, days, today);
  return {
    state: met ? "met" : "not-met",
    now: [age("review", reviewedOn, today)],
    needed: [within("review", days)],
    n: reviewedOn === null ? 0 : 1,
    effort: { unit: "minutes", amount: 20 },
    lapsesOn: met && reviewedOn !== null ? addDays(reviewedOn, days + 1) : null,
  };
}

/** A version published for a reason within the year, and a decision about the process within the quarter. */
export function judgeRefined({ refined: { versionOn, decidedOn }, today }: GateFacts): Finding {
  const met = fresh(versionOn, REFINED_VERSION_DAYS, today) && fresh(decidedOn, REFINED_DECISION_DAYS, today);
  const ends = [
    versionOn && addDays(versionOn, REFINED_VERSION_DAYS + 1),
    decidedOn && addDays(decidedOn, REFINED_DECISION_DAYS + 1),
  ].filter((day) => day !== null);
  return {
    state: met ? "met" : "not-met",
    now: [age("version", versionOn, today), age("decision", decidedOn, today)],
    needed: [within("version", REFINED_VERSION_DAYS), within("decision", REFINED_DECISION_DAYS)],
    n: ends.length,
    effort: { unit: "minutes", amount: 30 },
    lapsesOn: met ? (ends.sort()[0] ?? null) : null,
  };
}

/** The effect of the last version was looked at in time, with enough deals closed on it to see anything. */
export function judgeChecked({ checked, today }: GateFacts): Finding {
  const { publishedOn, closed, concludedOn } = checked;
  const needed = [within("conclusion", CHECKED_WITHIN_DAYS)];
  const common = { needed, n: closed, effort: { unit: "minutes", amount: 20 } } as const;
  const unseen = { ...common, state: "not-measurable", now: [{ kind: "unseen" }] } as const;
  if (publishedOn === null) return { ...unseen, waitsFor: "second-version", effort: null };
  if (closed < MIN_CASES.checked)
    return {
      ...unseen,
      waitsFor: "cases",
      missing: MIN_CASES.checked - closed,
      effort: { unit: "weeks", amount: 8 },
    };
  const met = concludedOn !== null && daysBetween(publishedOn, concludedOn) <= CHECKED_WITHIN_DAYS;
  const now = [age("conclusion", concludedOn, today), age("publication", publishedOn, today)];
  return { ...common, state: met ? "met" : "not-met", now };
}
