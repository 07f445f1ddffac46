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
  howTo: 10_000,
  /** Calendar days a run may be planned to stay in one stage. */
  plannedDays: 3_650,
  /** Units before or after an anchor, either way. */
  windowUnits: 10_000,
} as const;
