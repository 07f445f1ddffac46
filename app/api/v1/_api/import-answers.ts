import { z } from "zod";
import { DATE_READINGS } from "@/lib/domain/import/date-readings";
import { IMPORT_KINDS } from "@/lib/domain/import/field";
import { NUMBER_READINGS } from "@/lib/domain/import/numbers";
import { NOTES, PROBLEMS } from "@/lib/domain/import/problems";
import { CLOSE_REASONS } from "@/lib/domain/run/events";
import { ColumnTargetInput, ProcessChoiceInput, StageTargetInput } from "@/lib/features/imports/input";
import { STATUSES } from "@/lib/features/imports/view";
import { ENCODINGS } from "@/lib/platform/csv/reading";
import { Cursor, Instant, LocalText, list } from "./shared";

const n = z.int();
const ref = { id: z.uuid(), version: n };

export const Begun = z.object(ref).meta({
  id: "ImportBegun",
  description: "The work goes on by itself; follow /imports/{id}/status.",
});
export const Discarded = z.object({ id: z.uuid() });

const Question = z
  .discriminatedUnion("code", [
    z.object({ code: z.enum(["dates", "numbers"]), column: n }),
    z.object({ code: z.literal("missing"), fields: list(z.string()) }),
    z.object({ code: z.enum(["stages", "outcomes", "near"]), count: n }),
    z.object({ code: z.literal("process") }),
  ])
  .meta({ id: "ImportQuestion", description: "What must be answered before the dry run." });
export const Mapped = z
  .object({
    ...ref,
    status: z.enum(["read", "mapped"]).meta({ description: "`read` while a question is open." }),
    questions: list(Question),
  })
  .meta({ id: "ImportMapped" });

const Tally = { rows: n, created: n, updated: n, same: n, rejected: n };
const Made = z.object({ companies: n, products: n, people: n });
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const Counts = z
  .object({
    check: z
      .object({
        ...Tally,
        sums: list(
          z.object({
            currency: z.string(),
            file: z.number(),
            created: z.number(),
            updated: z.number(),
            same: z.number(),
            rejected: z.number(),
          }),
        ),
        unreadableAmounts: n,
        groups: list(
          z.object({
            code: z.enum(PROBLEMS),
            column: n.nullable(),
            value: z.string(),
            params,
            firstRow: n,
            count: n,
          }),
        ),
        moreGroups: z.boolean(),
        notes: list(z.object({ code: z.enum(NOTES), field: z.string(), count: n, values: list(z.string()) })),
        made: Made,
      })
      .optional(),
    apply: z
      .object({
        ...Tally,
        after: n,
        made: Made,
        teams: list(z.string()),
        startedAt: Instant,
        finishedAt: Instant.nullable(),
        versionId: z.uuid().nullable(),
        processId: z.uuid().nullable(),
      })
      .optional(),
    undo: z.object({ removed: n, restored: n, kept: n, made: Made, startedAt: Instant }).optional(),
  })
  .meta({ id: "ImportCounts", description: "Of the dry run, of what is in, and of what was taken back." });
const status = {
  ...ref,
  status: z.enum(STATUSES),
  progress: n.meta({ description: "Rows done, of `total`." }),
  total: n,
  counts: Counts,
  error: z.object({ during: z.enum(["checking", "applying", "undoing"]), code: z.string() }).nullable(),
};
export const Status = z.object(status).meta({ id: "ImportStatus" });

const row = {
  ...status,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  bytes: n,
  createdAt: Instant,
  createdBy: z.string().nullable(),
  appliedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
};
export const Imports = z
  .object({ imports: list(z.object(row)), timeZone: z.string(), mayRun: z.boolean(), next: Cursor })
  .meta({ id: "ImportList" });

const numbered = z.object({ number: n, values: list(z.string()) });
const Reading = z
  .object({
    encoding: z.object({
      encoding: z.enum(ENCODINGS),
      mark: z.boolean(),
      because: z.enum(["mark", "zero-bytes", "valid-utf-8", "not-utf-8"]),
      sample: z.object({ read: z.string(), otherwise: z.string() }).nullable(),
    }),
    separator: z.string(),
    sepLine: z.boolean(),
    separators: list(
      z.object({ separator: z.string(), columns: n, fitting: n, records: n, least: n, most: n }),
    ),
    header: list(z.string()),
    headerRow: n,
    rows: n,
    firstRow: n,
    lastRow: n,
    preamble: list(numbered),
    footers: list(numbered),
    blankRows: n,
    ragged: z.object({ count: n, samples: list(z.object({ number: n })) }),
  })
  .meta({ id: "FileReading", description: "What we read of the whole file." });

const verdict = <R extends z.ZodType>(reading: R) => {
  const readings = list(z.object({ reading, means: z.string() }));
  const samples = list(z.object({ row: n, value: z.string(), readings }));
  const common = { fits: n, empty: n, samples };
  return z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("settled"), reading, decisive: n, ...common }),
    z.object({ kind: z.literal("ambiguous"), readings: list(reading), ...common }),
    z.object({
      kind: z.literal("none"),
      best: list(reading),
      offending: list(z.object({ row: n, value: z.string() })),
      offendingCount: n,
      ...common,
    }),
    z.object({ kind: z.literal("empty"), empty: n }),
  ]);
};
const counted = <K extends string>(name: K) =>
  list(z.object({ [name]: z.string(), count: n } as Record<K, z.ZodString> & { count: typeof n }));
const Column = z
  .object({
    index: n,
    header: z.string(),
    target: ColumnTargetInput,
    dates: z.enum(DATE_READINGS).nullable(),
    numbers: z.enum(NUMBER_READINGS).nullable(),
    reason: z.discriminatedUnion("code", [
      z.object({ code: z.literal("known-header"), system: z.string().nullable() }),
      z.object({ code: z.literal("similar-header"), name: z.string() }),
      z.object({ code: z.literal("stage-in-header"), stage: z.string() }),
      z.object({ code: z.enum(["values-contradict", "field-taken"]), field: z.string() }),
      z.object({ code: z.enum(["values", "unknown", "to-read", "no-values"]) }),
    ]),
    question: z.enum(["dates", "numbers"]).nullable(),
    samples: list(z.string()),
    filled: n,
    empty: n,
    emptyWords: counted("word"),
    currencies: counted("currency"),
    dateVerdict: verdict(z.enum(DATE_READINGS)),
    numberVerdict: verdict(z.enum(NUMBER_READINGS)),
    valid: n,
    distinct: n.nullable(),
    chosen: z.boolean(),
  })
  .meta({ id: "ImportColumn", description: "A column of the file: what it holds, where it goes and why." });
const Meaning = z.object({
  value: z.string(),
  count: n,
  target: StageTargetInput.nullable(),
  reason: z.enum(["outcome-word", "open-word", "same-name", "similar-name", "as-found", "unknown"]),
});
const Mapping = z
  .object({
    columns: list(Column),
    currency: z.string(),
    process: ProcessChoiceInput.nullable(),
    versions: list(
      z.object({
        versionId: z.uuid(),
        processId: z.uuid(),
        name: LocalText,
        number: n,
        status: z.enum(["published", "as-found"]),
        stages: list(z.object({ key: z.string(), name: LocalText })),
      }),
    ),
    found: list(z.object({ key: z.string(), name: z.string() })),
    stages: list(Meaning),
    outcomes: list(Meaning),
    reasons: list(z.object({ value: z.string(), count: n, reason: z.enum(CLOSE_REASONS) })),
    owners: list(
      z.object({
        value: z.string(),
        count: n,
        memberId: z.uuid().nullable(),
        reason: z.enum(["same-name", "chosen", "new"]),
      }),
    ),
    near: list(
      z.object({
        field: z.string(),
        column: n,
        value: z.string(),
        match: z.string(),
        why: z.enum(["spacing", "typo"]),
        distance: n,
        count: n,
        accepted: z.boolean().nullable(),
      }),
    ),
    questions: list(Question),
  })
  .meta({ id: "ImportMapping", description: "The mapping as it stands: proposed, corrected, still open." });
export const Import = z
  .object({
    ...row,
    mayRun: z.boolean(),
    timeZone: z.string(),
    reading: Reading.nullable(),
    mapping: Mapping.nullable(),
    likelier: z
      .enum(IMPORT_KINDS)
      .nullable()
      .meta({ description: "The kind of list that the file rather is." }),
    members: list(
      z.object({
        id: z.uuid(),
        name: z.string(),
        status: z.string(),
        mayOwn: z.boolean().meta({ description: "Whether deals can be given to them." }),
      }),
    ),
  })
  .meta({ id: "Import" });
