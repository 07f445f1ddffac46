import { z } from "zod";
import { DATE_READINGS } from "@/lib/domain/import/date-readings";
import { IMPORT_KINDS } from "@/lib/domain/import/field";
import { NUMBER_READINGS } from "@/lib/domain/import/numbers";
import { CLOSE_REASONS, OUTCOMES } from "@/lib/domain/run/events";

/** Largest file: 100 MB. */
export const MAX_BYTES = 100 * 1_048_576;
/** Most data rows in one file. */
export const MAX_ROWS = 250_000;
/** Files are kept and read in pieces of at most this size. */
export const PIECE_BYTES = 1_048_576;

const text = (most: number) => z.string().trim().min(1).max(most);
const cell = z.string().min(1).max(500);

export const ImportRef = z.strictObject({ id: z.uuid() });
export type ImportRef = z.input<typeof ImportRef>;

export const CreateImport = z.strictObject({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  fileName: text(200),
});
export type CreateImport = z.input<typeof CreateImport>;

const dates = z.enum(DATE_READINGS);
const numbers = z.enum(NUMBER_READINGS);

/** Sets right how the file is read. Encoding and separator read the whole file again; the rest answers questions. */
export const SetReading = z.strictObject({
  id: z.uuid(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).optional(),
  separator: z.string().length(1).optional(),
  columns: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(499),
        dates: dates.optional(),
        numbers: numbers.optional(),
      }),
    )
    .max(500)
    .optional(),
});
export type SetReading = z.input<typeof SetReading>;

/** Takes the file as another kind of list than it was given as. */
export const SetKind = z.strictObject({ id: z.uuid(), kind: z.enum(IMPORT_KINDS) });
export type SetKind = z.input<typeof SetKind>;

export const ColumnTargetInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("field"), field: text(40) }),
  z.strictObject({ kind: z.literal("stage-date"), stage: cell }),
  z.strictObject({ kind: z.literal("attribute"), name: text(200) }),
  z.strictObject({ kind: z.literal("ignore") }),
]);

export const StageTargetInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("stage"), stageKey: text(120) }),
  z.strictObject({ kind: z.literal("outcome"), outcome: z.enum(OUTCOMES) }),
  z.strictObject({ kind: z.literal("open") }),
]);

/** What the deals are put on: a version that is there, or one made of the stages in the file. */
export const ProcessChoiceInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("version"), versionId: z.uuid() }),
  z.strictObject({
    kind: z.literal("as-found"),
    name: text(120),
    processId: z.uuid().optional().meta({ description: "A process that gets the version; else a new one." }),
  }),
]);

const byValue = <V extends z.ZodType>(value: V) =>
  z
    .array(z.strictObject({ value: cell, target: value }))
    .max(2000)
    .optional();

/**
 * Changes the mapping; what is left out stays as it is or as proposed. Values are written as in the file. `owners` with
 * target null keeps the name as a placeholder.
 */
export const MapImport = z.strictObject({
  id: z.uuid(),
  version: z.int().optional(),
  columns: z
    .array(z.strictObject({ index: z.int().min(0).max(499), target: ColumnTargetInput }))
    .max(500)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  process: ProcessChoiceInput.optional(),
  stages: byValue(StageTargetInput),
  outcomes: byValue(StageTargetInput),
  reasons: byValue(z.enum(CLOSE_REASONS)),
  owners: byValue(z.uuid().nullable()),
  near: z
    .array(
      z.strictObject({
        field: text(40),
        value: cell,
        accept: z.boolean().meta({ description: "True: it is the known one. False: keep it as written." }),
      }),
    )
    .max(2000)
    .optional(),
});
export type MapImport = z.input<typeof MapImport>;

export const RejectsPage = z.strictObject({
  id: z.uuid(),
  after: z.int().min(0).default(0).meta({ description: "Number of the last row seen." }),
  limit: z.int().min(1).max(200).default(50),
});
export type RejectsPage = z.input<typeof RejectsPage>;

export const ListImports = z.strictObject({
  after: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListImports = z.input<typeof ListImports>;
