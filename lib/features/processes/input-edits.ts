import { z } from "zod";
import type { Edit } from "@/lib/domain/process/edits";
import { LIMITS } from "@/lib/domain/process/limits";
import { TEXT_FIELDS } from "@/lib/domain/process/text-fields";
import { CHANNELS, EVIDENCE_KINDS, IMPORTANCES, WINDOW_UNITS } from "@/lib/domain/process/types";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

/** Far beyond every limit of the domain, so that "too long" is said by the domain, with the limit and the field. */
const Words = z.string().max(100_000).refine(storable, NOT_STORABLE);

/** A text in one or both languages. */
export const Text = z.strictObject({ en: Words.optional(), nl: Words.optional() });
export const Key = z.string().min(1).max(100).refine(storable, NOT_STORABLE);
const Index = z.number().int().min(0).max(10_000);
const Amount = z.number().int().min(-LIMITS.windowUnits).max(LIMITS.windowUnits).nullable();

const Owner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run-owner") }),
  z.strictObject({ kind: z.literal("role"), id: z.uuid() }),
  z.strictObject({ kind: z.literal("department"), id: z.uuid() }),
]);
const Anchor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("stage-entry") }),
  z.strictObject({ kind: z.literal("run-start") }),
  z.strictObject({ kind: z.literal("step"), stepKey: Key }),
  z.strictObject({ kind: z.literal("expected-close") }),
]);
export const WindowShape = z.strictObject({
  anchor: Anchor,
  unit: z.enum(WINDOW_UNITS),
  earliest: Amount,
  latest: Amount,
});
export const PlannedDays = z.number().int().min(1).max(LIMITS.plannedDays).nullable();
export const StepWindow = z
  .strictObject({ unit: z.enum(WINDOW_UNITS), latest: z.number().int().min(0).max(LIMITS.windowUnits) })
  .nullable();
/** What a level says about the timing of everything below it. */
export const Timing = z.strictObject({ plannedDays: PlannedDays, stepWindow: StepWindow });
const Units = z.number().int().min(0).max(LIMITS.amount).nullable();
export const Condition = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amount"),
    currency: z.string().regex(/^[A-Z]{3}$/),
    from: Units,
    below: Units,
  }),
  z.strictObject({ kind: z.literal("segment"), anyOf: z.array(Words).max(1_000) }),
  z.strictObject({ kind: z.literal("product"), anyOf: z.array(z.uuid()).max(1_000) }),
]);
/** Only what a browser may safely open: never a script. */
export const SAFE = { protocol: /^(https?|mailto)$/ };
const Url = z.union([z.literal(""), z.url(SAFE)]);
export const Resource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), label: Text, url: Url }),
  z.strictObject({ kind: z.literal("snippet"), label: Text, text: Text }),
  z.strictObject({ kind: z.literal("question"), text: Text }),
]);
const Entries = z.array(z.uuid()).max(1_000);
const stepFields = {
  name: Text,
  channel: z.enum(CHANNELS).nullable(),
  owner: Owner.nullable(),
  window: WindowShape.nullable(),
  importance: z.enum(IMPORTANCES),
  objective: Text,
  howTo: Text,
  buyerAction: Text,
  buyerGains: Text,
  desiredResult: Text,
  supporting: z.array(Owner).max(1_000),
  serves: z.array(Key).max(1_000),
  conditions: z.array(Condition).max(1_000),
  repeatable: z.boolean(),
  resources: z.array(Resource).max(1_000),
  entries: Entries,
};
export const criterionFields = {
  text: Text,
  evidence: z.enum(EVIDENCE_KINDS),
  requirement: z.enum(["advisory", "reason"]),
};
const stageFields = {
  name: Text,
  buyerStep: Text,
  plannedDays: PlannedDays,
  stepWindow: StepWindow,
  entries: Entries,
};
const Step = z.strictObject({ key: Key, ...stepFields });
const Criterion = z.strictObject({ key: Key, ...criterionFields });
const Stage = z.strictObject({
  key: Key,
  ...stageFields,
  steps: z.array(Step).max(1_000),
  criteria: z.array(Criterion).max(1_000),
});
const NewKeys = z.record(Key, Key);
/** Only compared, never kept: an older draft may hold what no field takes any more. */
const was = z.record(z.string(), z.unknown()).optional();
const Keys = z.array(Key).max(1_000).optional();

/** One edit of a draft, as the browser sends it: exactly the domain's `Edit`. */
export const EditInput: z.ZodType<Edit> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("timing.set"), set: Timing.partial(), was }),
  z.strictObject({ type: z.literal("stage.add"), stage: Stage, index: Index }),
  z.strictObject({
    type: z.literal("stage.set"),
    stageKey: Key,
    set: z.strictObject(stageFields).partial(),
    was,
  }),
  z.strictObject({ type: z.literal("stage.move"), stageKey: Key, index: Index }),
  z.strictObject({ type: z.literal("stage.remove"), stageKey: Key, steps: Keys, criteria: Keys, was }),
  z.strictObject({
    type: z.literal("stage.duplicate"),
    stageKey: Key,
    newKey: Key,
    steps: NewKeys,
    criteria: NewKeys,
  }),
  z.strictObject({ type: z.literal("step.add"), stageKey: Key, index: Index, step: Step }),
  z.strictObject({
    type: z.literal("step.set"),
    stepKey: Key,
    set: z.strictObject(stepFields).partial(),
    was,
  }),
  z.strictObject({ type: z.literal("step.move"), stepKey: Key, toStageKey: Key, index: Index }),
  z.strictObject({ type: z.literal("step.remove"), stepKey: Key, was }),
  z.strictObject({ type: z.literal("step.duplicate"), stepKey: Key, newKey: Key }),
  z.strictObject({ type: z.literal("criterion.add"), stageKey: Key, index: Index, criterion: Criterion }),
  z.strictObject({
    type: z.literal("criterion.set"),
    criterionKey: Key,
    set: z.strictObject(criterionFields).partial(),
    was,
  }),
  z.strictObject({ type: z.literal("criterion.move"), criterionKey: Key, toStageKey: Key, index: Index }),
  z.strictObject({ type: z.literal("criterion.remove"), criterionKey: Key, was }),
  z.strictObject({
    type: z.literal("texts.agree"),
    of: z.enum(["stage", "step", "criterion"]),
    key: Key,
    field: z.enum(TEXT_FIELDS),
    texts: Text.nullable(),
  }),
]);
