/**
 * How large a process may grow. Generous for people (the largest process we drew had 12 stages and 120 steps),
 * tight enough that one draft stays one small document. Input schemas and import use the same constants.
 */
export const LIMITS = {
  stages: 20,
  stepsPerStage: 40,
  criteriaPerStage: 20,
  /** Characters, per language. */
  name: 200,
  buyerStep: 500,
  buyerGains: 1_000,
  criterion: 500,
  /** Objective, buyer's action, desired result. */
  stepText: 1_000,
  howTo: 10_000,
  /** Helpers, criteria served, conditions, resources, register entries: each list. */
  itemsPerStep: 20,
  url: 2_000,
  snippet: 10_000,
  /** Values of one condition, and the characters of one value. */
  conditionValues: 50,
  conditionValue: 200,
  /** Whole units of a currency. */
  amount: 1_000_000_000_000,
  /** Calendar days a run may be planned to stay in one stage. */
  plannedDays: 3_650,
  /** Units before or after an anchor, either way. */
  windowUnits: 10_000,
} as const;
