import { z } from "zod";
import { LIMITS } from "@/lib/domain/process/limits";
import { CATEGORIES, CHANNELS, IMPORTANCES, SELLING_STYLES, WINDOW_UNITS } from "@/lib/domain/process/types";
import { FILE_FORMAT, FILE_VERSION, type ProcessFile } from "@/lib/domain/process-file/types";
import { MOST_ENTRY_NAME, REGISTER_KINDS } from "@/lib/domain/registers/types";
import { storable } from "@/lib/platform/storable";
import { Target } from "./input";
import { Condition, criterionFields, Key, SAFE, WindowShape } from "./input-edits";

const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine(storable, { params: { reason: "not-storable" } });
const text = (most: number) => z.strictObject({ en: words(most).optional(), nl: words(most).optional() });
const Named = text(LIMITS.name).refine((value) => Boolean(value.en?.trim() || value.nl?.trim()), {
  params: { reason: "no-name" },
});
const some = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.itemsPerStep);

const FileOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run-owner") }),
  z.strictObject({ kind: z.literal("role"), name: Named }),
  z.strictObject({ kind: z.literal("department"), name: Named }),
]);
const anyOf = z.array(words(LIMITS.conditionValue)).max(LIMITS.conditionValues);
/** As long as a list of products may name one. */
const MOST_PRODUCT_NAME = 500;
const [Amount] = Condition.options;
const FileCondition = z.discriminatedUnion("kind", [
  Amount,
  z.strictObject({ kind: z.literal("segment"), anyOf }),
  z.strictObject({
    kind: z.literal("product"),
    anyOf: z.array(words(MOST_PRODUCT_NAME)).max(LIMITS.conditionValues),
  }),
]);
const Url = z.union([z.literal(""), z.url(SAFE).max(LIMITS.url)]);
const FileResource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("link"), label: text(LIMITS.name), url: Url }),
  z.strictObject({ kind: z.literal("snippet"), label: text(LIMITS.name), text: text(LIMITS.snippet) }),
  z.strictObject({ kind: z.literal("question"), text: text(LIMITS.stepText) }),
]);
const EntryName = text(MOST_ENTRY_NAME).refine((value) => Boolean(value.en?.trim() || value.nl?.trim()), {
  params: { reason: "no-name" },
});
const Entries = some(z.strictObject({ register: z.enum(REGISTER_KINDS), name: EntryName })).default([]);
/** 0 is a plan of no days; the editor makes none, an older process may hold it. */
const PlannedDays = z.number().int().min(0).max(LIMITS.plannedDays).nullable();
const StepWindow = z
  .strictObject({ unit: z.enum(WINDOW_UNITS), latest: z.number().int().min(0).max(LIMITS.windowUnits) })
  .nullable();

const FileStep = z.strictObject({
  key: Key,
  name: text(LIMITS.name),
  channel: z.enum(CHANNELS).nullable(),
  owner: FileOwner.nullable(),
  window: WindowShape.nullable(),
  importance: z.enum(IMPORTANCES),
  objective: text(LIMITS.stepText),
  howTo: text(LIMITS.howTo),
  buyerAction: text(LIMITS.stepText),
  buyerGains: text(LIMITS.buyerGains),
  desiredResult: text(LIMITS.stepText),
  supporting: some(FileOwner),
  serves: some(Key),
  conditions: some(FileCondition),
  repeatable: z.boolean(),
  resources: some(FileResource),
  entries: Entries,
});
const FileStage = z.strictObject({
  key: Key,
  name: text(LIMITS.name),
  buyerStep: text(LIMITS.buyerStep),
  plannedDays: PlannedDays,
  stepWindow: StepWindow,
  entries: Entries,
  steps: z.array(FileStep).max(LIMITS.stepsPerStage),
  criteria: z
    .array(z.strictObject({ key: Key, ...criterionFields, text: text(LIMITS.criterion) }))
    .max(LIMITS.criteriaPerStage),
});

/** Everything a process file may hold. Any other field is refused, because it would be lost. */
export const FileShape = z.strictObject({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(FILE_VERSION),
  name: Named,
  category: z.enum(CATEGORIES),
  style: z.enum(SELLING_STYLES),
  objective: text(LIMITS.stepText),
  target: Target.nullable().default(null),
  role: Named.nullable(),
  timing: z.strictObject({ plannedDays: PlannedDays, stepWindow: StepWindow }),
  stages: z.array(FileStage).max(LIMITS.stages),
}) satisfies z.ZodType<ProcessFile>;
