import { type ParseError, parse } from "jsonc-parser";
import { z } from "zod";
import { LIMITS } from "@/lib/domain/process/limits";
import { CATEGORIES, CHANNELS, IMPORTANCES, SELLING_STYLES } from "@/lib/domain/process/types";
import { FILE_FORMAT, FILE_VERSION, type ProcessFile } from "@/lib/domain/process-file/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import {
  Condition,
  criterionFields,
  Key,
  PlannedDays,
  Resource,
  StepWindow,
  Text,
  Timing,
  WindowShape,
} from "./input-edits";

const text = (most: number) =>
  Text.refine((value) => Math.max(value.en?.length ?? 0, value.nl?.length ?? 0) <= most);
const Named = Text.refine((value) => Boolean(value.en?.trim() || value.nl?.trim()));
const FileOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run-owner") }),
  z.strictObject({ kind: z.literal("role"), name: Named }),
  z.strictObject({ kind: z.literal("department"), name: Named }),
]);
const [Amount, Segment] = Condition.options;
const FileCondition = z.discriminatedUnion("kind", [
  Amount,
  Segment,
  z.strictObject({
    kind: z.literal("product"),
    anyOf: z.array(z.string().max(LIMITS.conditionValue)).max(LIMITS.conditionValues),
  }),
]);
const some = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.itemsPerStep);
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
  resources: some(Resource),
});
const FileStage = z.strictObject({
  key: Key,
  name: text(LIMITS.name),
  buyerStep: text(LIMITS.buyerStep),
  plannedDays: PlannedDays,
  stepWindow: StepWindow,
  steps: z.array(FileStep).max(LIMITS.stepsPerStage),
  criteria: z
    .array(z.strictObject({ key: Key, ...criterionFields, text: text(LIMITS.criterion) }))
    .max(LIMITS.criteriaPerStage),
});
const FileShape: z.ZodType<ProcessFile> = z.strictObject({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(FILE_VERSION),
  name: Named,
  category: z.enum(CATEGORIES),
  style: z.enum(SELLING_STYLES),
  objective: text(LIMITS.stepText),
  role: Named.nullable(),
  timing: Timing,
  stages: z.array(FileStage).max(LIMITS.stages),
});

/** Reads the text of a process file, or says where and why it cannot be read. */
export function readFile(content: string): ProcessFile | Refusal {
  const errors: ParseError[] = [];
  const raw: unknown = parse(content.replace(/^\uFEFF/, ""), errors, { disallowComments: true });
  const [error] = errors;
  if (error) return refuse("process-file.not-json", { at: placeOf(content, error.offset) });
  const head = (raw ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (head.format !== FILE_FORMAT) return refuse("process-file.not-a-process");
  if (head.formatVersion !== FILE_VERSION) {
    return refuse("process-file.other-version", { found: String(head.formatVersion), known: FILE_VERSION });
  }
  const parsed = FileShape.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = pathOf(
      issue?.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? []),
    );
    return refuse("process-file.wrong-place", {
      at,
      why: issue?.code ?? "custom",
      count: parsed.error.issues.length,
    });
  }
  return brokenKey(parsed.data) ?? parsed.data;
}

/** Keys that come twice, and windows that count from a step which is not in the file. */
function brokenKey({ stages }: ProcessFile): Refusal | null {
  const steps = stages.flatMap((stage, at) =>
    stage.steps.map((step, place) => ({ step, at: `stages[${at}].steps[${place}]` })),
  );
  const known = new Set(steps.map(({ step }) => step.key));
  const lists = [stages, steps.map(({ step }) => step), stages.flatMap(({ criteria }) => criteria)];
  for (const list of lists) {
    const twice = list.find(({ key }, at) => list.findIndex((one) => one.key === key) < at);
    if (twice) return refuse("process-file.key-twice", { key: twice.key });
  }
  const lost = steps.find(
    ({ step: { window } }) => window?.anchor.kind === "step" && !known.has(window.anchor.stepKey),
  );
  return lost ? refuse("process-file.no-such-step", { at: `${lost.at}.window.anchor.stepKey` }) : null;
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    "",
  ) || "$";

/** "3:14" is line 3, column 14. */
function placeOf(content: string, offset: number): string {
  const before = content.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
