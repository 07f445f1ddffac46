import "server-only";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Caller } from "@/lib/platform/context";
import { execute } from "@/lib/platform/execute";
import { piecesOf } from "@/lib/platform/http/body";
import { command, type Result, type Work } from "@/lib/platform/verb";
import { clearPieces, insertPiece } from "./file-store";
import { ImportRef, MAX_BYTES, PIECE_BYTES } from "./input";
import { isBefore, wrongMoment } from "./rules";
import { lockLight, saveImport } from "./store";

type Of = Work<{ id: string }>;

/**
 * Keeps the body of a request as the file of an import, a piece at a time, so that memory does not grow with it. An
 * upload that is broken off leaves the import waiting for its file; a second upload replaces the first. For both
 * doors: the browser's and the REST API. Refuses more than `MAX_BYTES`, an empty body, and an import that is past it.
 */
export async function uploadFile(
  caller: Exclude<Caller, { kind: "job" }>,
  importId: string,
  request: Request,
): Promise<Result<{ id: string; bytes: number }>> {
  const act = <O>(name: string, run: (work: Of) => Promise<O | Refusal>) =>
    execute(command({ name, input: ImportRef, can: "import.run", run }), caller, { id: importId });
  const begun = await act("import.begin-upload", begin);
  if (!begun.ok) return begun;
  const { turn } = begun.value;
  let part = 0;
  let bytes = 0;
  for await (const piece of piecesOf(request, MAX_BYTES, PIECE_BYTES)) {
    if (isRefusal(piece))
      return { ok: false, refusal: refuse("import.file-too-large", { most: MAX_BYTES / PIECE_BYTES }) };
    const at = part++;
    const kept = await act("import.keep-piece", (work) => keep(work, turn, at, piece));
    if (!kept.ok) return kept;
    bytes += piece.length;
  }
  if (bytes === 0) return { ok: false, refusal: refuse("import.file-empty") };
  return act("import.end-upload", (work) => end(work, turn, bytes));
}

/** Each upload has a turn, the import's version: a piece of an earlier upload is refused. */
async function begin({ tx, ctx, input }: Of) {
  const stored = await lockLight(tx, ctx, input.id);
  if (!stored) return refuse("not-found");
  if (!isBefore(stored)) return wrongMoment(stored.status);
  await clearPieces(tx, ctx, input.id);
  await saveImport(tx, ctx, input.id, {
    status: "uploading",
    bytes: 0,
    reading: null,
    mapping: null,
    counts: {},
    error: null,
    progress: 0,
    total: 0,
  });
  return { turn: stored.version + 1 };
}

async function keep({ tx, ctx, input }: Of, turn: number, part: number, piece: Uint8Array<ArrayBuffer>) {
  const stored = await lockLight(tx, ctx, input.id);
  if (!stored) return refuse("not-found");
  if (stored.version !== turn) return refuse("import.other-upload");
  await insertPiece(tx, ctx, input.id, part, piece);
  return { part };
}

async function end({ tx, ctx, input }: Of, turn: number, bytes: number) {
  const stored = await lockLight(tx, ctx, input.id);
  if (!stored) return refuse("not-found");
  if (stored.version !== turn) return refuse("import.other-upload");
  await saveImport(tx, ctx, input.id, { status: "uploaded", bytes });
  return { id: input.id, bytes };
}
