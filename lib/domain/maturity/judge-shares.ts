import type { GateFacts, Part } from "./facts";
import { COACHING_HOURS, MIN_BUYER_EVIDENCE, MIN_CASES, MIN_DECIDED, SHARES } from "./gates";
import type { Finding, JudgedLevel, Measure, Need } from "./judgement";

// A share such as 0.9 has no exact binary form: 0.9 * 10 must still ask for 9 and not 10.
const EPSILON = 1e-9;
const enough = ({ k, n }: Part, min: number): boolean => k >= n * min - EPSILON;
const shortBy = ({ k, n }: Part, min: number): number => Math.max(0, Math.ceil(n * min - EPSILON) - k);

const share = (of: string, { k, n }: Part): Measure => ({ kind: "share", of, k, n });
const needs = (of: string, min: number): Need => ({ kind: "share", of, min });
const unseen = (waitsFor: string, needed: readonly Need[]): Finding => ({
  state: "not-measurable",
  now: [{ kind: "unseen" }],
  needed,
  n: 0,
  waitsFor,
});
const tooFew = (now: readonly Measure[], needed: readonly Need[], n: number, missing: number): Finding => ({
  state: "not-measurable",
  now,
  needed,
  n,
  missing,
  waitsFor: "cases",
  effort: { unit: "weeks", amount: 4 },
});

type ShareGate = "on-process" | "in-use" | "explained" | "feedback" | "triaged";
/** Minutes are for each case that is missing. */
const EFFORT = {
  "on-process": { unit: "minutes", amount: 3 },
  "in-use": { unit: "weeks", amount: 2 },
  explained: { unit: "minutes", amount: 1 },
  feedback: { unit: "weeks", amount: 4 },
  triaged: { unit: "minutes", amount: 5 },
} as const;

/**
 * A share of cases against the level's threshold. Deviations and overdue steps are looked for in `deals`: with enough
 * deals and none found there is nothing to explain, and that meets the gate.
 */
export function judgeShare(gate: ShareGate, part: Part | null, level: JudgedLevel, deals?: number): Finding {
  const min = (SHARES[gate] as Partial<Record<JudgedLevel, number>>)[level] ?? 0;
  const needed = [needs(gate, min)];
  if (part === null) return unseen(gate, needed);
  const now = [share(gate, part)];
  const least = gate in MIN_CASES ? MIN_CASES[gate as keyof typeof MIN_CASES] : 1;
  const cases = deals ?? part.n;
  if (cases < least) return tooFew(now, needed, part.n, least - cases);
  const missing = shortBy(part, min);
  const { unit, amount } = EFFORT[gate];
  const effort = { unit, amount: unit === "minutes" ? amount * missing : amount };
  return { state: missing === 0 ? "met" : "not-met", now, needed, n: part.n, missing, effort };
}

/** Required steps with owner and timing; and every stage with a criterion the buyer can confirm. */
export function judgeComplete({ complete: { steps, stages } }: GateFacts, level: JudgedLevel): Finding {
  const min = level === 4 ? SHARES.complete[4] : SHARES.complete[3];
  const now = [share("steps", steps), share("criteria", stages)];
  const needed = [needs("steps", min), needs("criteria", 1)];
  const n = steps.n + stages.n;
  if (stages.n === 0) return { state: "not-measurable", now, needed, n, waitsFor: "version" };
  const missing = shortBy(steps, min) + shortBy(stages, 1);
  const met = steps.n > 0 && missing === 0;
  return {
    state: met ? "met" : "not-met",
    now,
    needed,
    n,
    missing,
    effort: { unit: "minutes", amount: 5 * missing },
  };
}

/** Formal asks for one stage tied to what the buyer struggles with, Dynamic for half of them. */
export function judgeAnchored({ anchored }: GateFacts, level: JudgedLevel): Finding {
  const needed: Need[] =
    level === 4
      ? [needs("anchored", SHARES["buyer-anchored"][4])]
      : [{ kind: "count", of: "stages", min: 1 }];
  if (anchored === null) return unseen("buyer-anchored", needed);
  const short = level === 4 ? shortBy(anchored, SHARES["buyer-anchored"][4]) : Math.max(0, 1 - anchored.k);
  const met = anchored.n > 0 && short === 0;
  const now = [share("anchored", anchored)];
  return {
    state: met ? "met" : "not-met",
    now,
    needed,
    n: anchored.n,
    missing: short,
    effort: { unit: "minutes", amount: 10 },
  };
}

/** The median fit of closed deals. */
export function judgeFollowed({ followed }: GateFacts, level: JudgedLevel): Finding {
  const { median, lo, hi, n } = followed;
  const min = level === 4 ? SHARES.followed[4] : SHARES.followed[3];
  const needed = [needs("fit", min)];
  const now: Measure[] =
    median === null ? [{ kind: "never", of: "fit" }] : [{ kind: "median", value: median, lo, hi, n }];
  if (n < MIN_CASES.followed || median === null)
    return tooFew([{ kind: "count", of: "closed-deals", n }], needed, n, Math.max(1, MIN_CASES.followed - n));
  const state = median >= min - EPSILON ? "met" : "not-met";
  return { state, now, needed, n, effort: { unit: "weeks", amount: 6 } };
}

/** Stages left with proof, and half of the proof from the buyer. */
export function judgeEvidenced({ evidenced }: GateFacts, level: JudgedLevel): Finding {
  const min = level === 4 ? SHARES.evidenced[4] : SHARES.evidenced[3];
  const needed = [needs("exits", min), needs("proofs", MIN_BUYER_EVIDENCE)];
  if (evidenced === null) return unseen("evidenced", needed);
  const { exits, proofs } = evidenced;
  const now = [share("exits", exits), share("proofs", proofs)];
  const short = MIN_CASES.evidenced - exits.n;
  if (short > 0) return tooFew(now, needed, exits.n, short);
  const missing = shortBy(exits, min);
  const met = missing === 0 && proofs.n > 0 && enough(proofs, MIN_BUYER_EVIDENCE);
  return {
    state: met ? "met" : "not-met",
    now,
    needed,
    n: exits.n,
    missing,
    effort: { unit: "weeks", amount: 4 },
  };
}

/** Closed deals that say how and why they ended, out of enough of them. */
export function judgeMeasurable({ measurable }: GateFacts, level: JudgedLevel): Finding {
  const min = level === 4 ? SHARES.measurable[4] : SHARES.measurable[3];
  const decided = MIN_DECIDED[level] ?? 0;
  const now = [share("reasons", measurable)];
  const needed: Need[] = [needs("reasons", min), { kind: "count", of: "decided", min: decided }];
  if (measurable.n < decided) return tooFew(now, needed, measurable.n, decided - measurable.n);
  const missing = shortBy(measurable, min);
  const state = missing === 0 ? "met" : "not-met";
  return { state, now, needed, n: measurable.n, missing, effort: { unit: "minutes", amount: 2 * missing } };
}

/** Hours of coaching per rep and month. */
export function judgeCoached({ coached }: GateFacts): Finding {
  const needed: Need[] = [{ kind: "hours", min: COACHING_HOURS }];
  if (coached === null || coached.reps === 0) return unseen("coached", needed);
  const { hours, reps } = coached;
  const state = hours >= COACHING_HOURS - EPSILON ? "met" : "not-met";
  return { state, now: [{ kind: "hours", hours }], needed, n: reps, effort: { unit: "weeks", amount: 4 } };
}
