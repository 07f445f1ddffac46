import "server-only";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import type { Work } from "@/lib/platform/verb";
import { command } from "@/lib/platform/verb";
import { assemble } from "./assemble";
import { findPiece } from "./file-store";
import { CreateImport, ImportRef, SetKind, SetReading } from "./input";
import { findKnown } from "./known";
import { findNear } from "./near";
import { openPieces, readWholeFile } from "./read-file";
import { isBefore, wrongMoment } from "./rules";
import type { Answers, StoredImport, StoredMapping, StoredReading } from "./state";
import { deleteImport, insertImport, lockImport, lockLight, saveImport } from "./store";

/** Reading a hundred megabytes from the first byte to the last, several times. */
const READING_MS = 600_000;

/** Begins an import; its file is sent next. */
export const createImport = command({
  name: "import.create",
  input: CreateImport,
  can: "import.run",
  async run({ tx, ctx, input }) {
    await insertImport(tx, ctx, input);
    return { id: input.id, version: 1 };
  },
});

/** Reads the whole file that was sent and proposes a mapping. Refuses a file that is no table, or too large. */
export const readImport = command({
  name: "import.read",
  input: ImportRef,
  can: "import.run",
  timeoutMs: READING_MS,
  run: (work) => readAgain(work, {}),
});

/** Sets right how the file is read. Another encoding or separator reads the whole file again and maps it anew. */
export const setReading = command({
  name: "import.set-reading",
  input: SetReading,
  can: "import.run",
  timeoutMs: READING_MS,
  async run(work) {
    const { tx, ctx, input } = work;
    const { encoding, separator, columns = [] } = input;
    if (encoding || separator)
      return readAgain(work, { ...(encoding && { encoding }), ...(separator && { separator }) });
    const stored = await lockImport(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    if (!stored.reading || !stored.mapping || !isBefore(stored)) return wrongMoment(stored.status);
    const own: Record<string, object> = { ...stored.mapping.answers.columns };
    for (const { index, ...readings } of columns) own[index] = { ...own[index], ...readings };
    const answers: Answers = { ...stored.mapping.answers, columns: own };
    return saveMapping(work, stored, stored.reading, { answers, near: stored.mapping.near, plan: null });
  },
});

/** Takes the file as another kind of list, and maps it anew: what was answered was about the other one. */
export const setKind = command({
  name: "import.set-kind",
  input: SetKind,
  can: "import.run",
  async run(work) {
    const { tx, ctx, input } = work;
    const stored = await lockImport(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    if (!stored.reading || !isBefore(stored)) return wrongMoment(stored.status);
    await saveImport(tx, ctx, input.id, { kind: input.kind }, { edit: false });
    return mapAnew(work, { ...stored, kind: input.kind }, stored.reading);
  },
});

/** Throws an import away that brought nothing in yet, with its file. */
export const discardImport = command({
  name: "import.discard",
  input: ImportRef,
  can: "import.run",
  async run({ tx, ctx, input }) {
    const stored = await lockLight(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    if (!isBefore(stored)) return wrongMoment(stored.status);
    await deleteImport(tx, ctx, input.id);
    return { id: input.id };
  },
});

async function readAgain(work: Work<{ id: string }>, choice: Parameters<typeof readWholeFile>[1]) {
  const { tx, ctx, input } = work;
  const stored = await lockImport(tx, ctx, input.id);
  if (!stored) return refuse("not-found");
  if (stored.status === "uploading" || !isBefore(stored)) return wrongMoment(stored.status);
  const open = openPieces((part) => findPiece(tx, ctx, input.id, part));
  const reading = await readWholeFile(open, choice);
  return isRefusal(reading) ? reading : mapAnew(work, stored, reading);
}

/** Proposes where everything in a file goes, without any answer. */
async function mapAnew(work: Work<{ id: string }>, stored: StoredImport, reading: StoredReading) {
  const { tx, ctx } = work;
  const empty = { answers: {}, near: [] };
  const known = await findKnown(tx, ctx, stored.kind);
  const { plan } = assemble(stored, reading, empty, known);
  const near = await findNear(tx, ctx, stored.kind, plan.mapping.columns, reading.profiles);
  return saveMapping(work, stored, reading, { ...empty, near, plan: null });
}

/** Keeps reading and answers, and tells whether anything is still asked: "read" while it is, else "mapped". */
export async function saveMapping(
  { tx, ctx, input }: Work<{ id: string }>,
  stored: { kind: StoredMappingKind; fileName: string; version: number },
  reading: StoredReading,
  mapping: StoredMapping,
) {
  const { view } = assemble(stored, reading, mapping, await findKnown(tx, ctx, stored.kind));
  const status = view.questions.length > 0 ? "read" : "mapped";
  await saveImport(tx, ctx, input.id, {
    status,
    reading,
    mapping,
    counts: {},
    error: null,
    progress: 0,
    total: reading.csv.rows,
  });
  return { id: input.id, version: stored.version + 1, status, questions: view.questions } as const;
}
type StoredMappingKind = Parameters<typeof assemble>[0]["kind"];
