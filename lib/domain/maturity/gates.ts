/** 1 Random, 2 Informal, 3 Formal, 4 Dynamic. The first has no gates: it is what is left. */
export type Level = 1 | 2 | 3 | 4;
export const LEVELS = [1, 2, 3, 4] as const satisfies readonly Level[];

/**
 * What must hold, in the order a person reads it. Beside each the criterion it stands for: D1 to A2 of the maturity
 * model, and three practices that surveys of sales organisations found to matter.
 */
export const GATES = [
  "defined", // D1
  "complete", // D2
  "buyer-anchored", // D3
  "on-process", // U1
  "in-use", // U2
  "followed", // F1
  "explained", // F2
  "feedback", // F3
  "evidenced", // exits proven by criteria
  "measurable", // M1
  "coached", // coaching hours
  "reviewed", // R1
  "refined", // A1
  "checked", // A2
  "triaged", // alarms answered
] as const;
export type GateId = (typeof GATES)[number];

/** Days a gate looks back; null where it looks at how things stand now. */
export const WINDOW_DAYS: Readonly<Record<GateId, number | null>> = {
  defined: null,
  complete: null,
  "buyer-anchored": 180,
  "on-process": 90,
  "in-use": 14,
  followed: 180,
  explained: 90,
  feedback: 90,
  evidenced: 180,
  measurable: 365,
  coached: 90,
  reviewed: null,
  refined: null,
  checked: null,
  triaged: 90,
};

/** Fewest published stages. */
export const MIN_STAGES = 3;
/** Fewest cases behind a gate, so that a level is never given on too few. */
export const MIN_CASES = {
  "on-process": 5,
  followed: 10,
  explained: 10,
  feedback: 10,
  evidenced: 10,
  checked: 20,
} as const;
/** Half of the evidence must be the buyer's own. */
export const MIN_BUYER_EVIDENCE = 0.5;

/** Lowest share for each level; a gate counts from the first level it names. */
export const SHARES = {
  complete: { 3: 0.9, 4: 0.9 },
  "buyer-anchored": { 4: 0.5 },
  "on-process": { 2: 0.5, 3: 0.8, 4: 0.9 },
  "in-use": { 3: 0.8, 4: 0.9 },
  followed: { 3: 0.6, 4: 0.75 },
  explained: { 3: 0.5, 4: 0.8 },
  feedback: { 4: 0.7 },
  evidenced: { 3: 0.8, 4: 0.8 },
  measurable: { 3: 0.8, 4: 0.9 },
  triaged: { 4: 0.8 },
} as const satisfies Partial<Record<GateId, Partial<Record<Level, number>>>>;

/** Fewest decided deals of a year before a share of them says anything. */
export const MIN_DECIDED: Partial<Record<Level, number>> = { 3: 20, 4: 40 };
/** Oldest process review that still counts, in days. */
export const REVIEW_DAYS: Partial<Record<Level, number>> = { 3: 180, 4: 92 };
export const REFINED_VERSION_DAYS = 365;
export const REFINED_DECISION_DAYS = 92;
export const CHECKED_WITHIN_DAYS = 180;
export const COACHING_HOURS = 3;
/** Days ahead that a lapse is announced. */
export const LAPSE_NOTICE_DAYS = 30;
/** Working days in which an overdue step must be acted on. */
export const FEEDBACK_DAYS = 5;
/** Share of active reps whose roles must be at a level before the organisation is. */
export const ORGANIZATION_SHARE = 0.8;

/** The level from which a gate counts. */
export const COUNTS_FROM: Readonly<Record<GateId, Exclude<Level, 1>>> = {
  defined: 2,
  complete: 3,
  "buyer-anchored": 3,
  "on-process": 2,
  "in-use": 3,
  followed: 3,
  explained: 3,
  feedback: 4,
  evidenced: 3,
  measurable: 3,
  coached: 3,
  reviewed: 3,
  refined: 4,
  checked: 4,
  triaged: 4,
};

/** The gates that must hold for a level. */
export const gatesOf = (level: Level): GateId[] => GATES.filter((gate) => COUNTS_FROM[gate] <= level);
