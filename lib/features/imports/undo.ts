import "server-only";
import type { ImportKind } from "@/lib/domain/import/field";
import { deleteDeals } from "@/lib/features/runs/delete";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { type DealBefore, restoreDeal } from "./change-deal";
import { betweenChunks, type Job, step } from "./job";
import { type DoneRow, listDone, listKeptMade, markRows } from "./rows-store";
import { findLight, lockLight, saveImport } from "./store";
import { removePeople } from "./undo-people-store";
import {
  archiveUnusedProcess,
  dealVersions,
  removeEmptyTeams,
  removeUnused,
  restoreDealMarks,
  restoreRecord,
} from "./undo-store";
import type { UndoCounts } from "./view";

const CHUNK = 250;
const TABLE = { companies: "company", products: "product", people: "membership" } as const;

/** Takes an import back, the last row first. What someone worked on since stays, and is counted as kept. */
export async function runUndo(job: Job): Promise<void> {
  const stored = await step(job, "begin-undo", (tx, ctx) => findLight(tx, ctx, job.importId));
  if (stored?.status !== "undoing") return;
  for (;;) {
    const left = await step(job, "undo-rows", (tx, ctx) => undoChunk(tx, ctx, job.importId, stored.kind));
    if (left === null) return;
    if (left === 0) break;
    await betweenChunks(job, left);
  }
  await step(job, "end-undo", (tx, ctx) => finish(tx, ctx, job.importId));
}

async function undoChunk(tx: Tx, ctx: Ctx, importId: string, kind: ImportKind): Promise<number | null> {
  const now = await lockLight(tx, ctx, importId);
  const undo = now?.counts.undo;
  if (now?.status !== "undoing" || !undo) return null;
  const rows = await listDone(tx, ctx, importId, CHUNK);
  if (rows.length === 0) return 0;
  const gone =
    kind === "deals" ? await undoDeals(tx, ctx, rows) : await undoRecords(tx, ctx, importId, kind, rows);
  const numbers = (which: (row: DoneRow) => boolean) => rows.filter(which).map(({ number }) => number);
  const undone = numbers(({ number }) => gone.has(number));
  const kept = numbers(({ number }) => !gone.has(number));
  await markRows(tx, ctx, importId, undone, "undone");
  await markRows(tx, ctx, importId, kept, "kept");
  const removed = rows.filter(({ number, result }) => gone.has(number) && result === "created").length;
  const counts: UndoCounts = {
    ...undo,
    removed: undo.removed + removed,
    restored: undo.restored + undone.length - removed,
    kept: undo.kept + kept.length,
  };
  const progress = counts.removed + counts.restored + counts.kept;
  await saveImport(tx, ctx, importId, { progress, counts: { ...now.counts, undo: counts } }, { edit: false });
  return rows.length;
}

/** Gives the numbers of the rows that were taken back. */
async function undoDeals(tx: Tx, ctx: Ctx, rows: readonly DoneRow[]): Promise<Set<number>> {
  const created = rows.filter(({ result }) => result === "created");
  const deleted = await deleteDeals(
    tx,
    ctx,
    created.map(({ entityId, version }) => ({ id: entityId, version })),
  );
  const gone = new Set(created.filter(({ entityId }) => deleted.has(entityId)).map(({ number }) => number));
  const updated = rows.filter(({ result }) => result === "updated");
  const versions = await dealVersions(
    tx,
    ctx,
    updated.map(({ entityId }) => entityId),
  );
  for (const { number, entityId, version, before } of updated) {
    if (versions.get(entityId) !== version) continue;
    const was = before as DealBefore;
    await restoreDeal(tx, ctx, entityId, was);
    await restoreDealMarks(tx, ctx, entityId, was);
    gone.add(number);
  }
  return gone;
}

async function undoRecords(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  kind: Exclude<ImportKind, "deals">,
  rows: readonly DoneRow[],
): Promise<Set<number>> {
  const table = TABLE[kind];
  const gone = new Set<number>();
  for (const { number, result, entityId, version, before } of rows) {
    if (result !== "updated") continue;
    const was = before as Record<string, unknown>;
    if (await restoreRecord(tx, ctx, table, entityId, version, was)) gone.add(number);
  }
  const created = rows.filter(({ result }) => result === "created");
  const removed =
    table === "membership"
      ? await removePeople(tx, ctx, importId, created, { named: false })
      : await removeUnused(
          tx,
          ctx,
          table,
          importId,
          created.map(({ entityId, version }) => ({ id: entityId, version })),
        );
  for (const { number, entityId } of created) if (removed.has(entityId)) gone.add(number);
  return gone;
}

async function finish(tx: Tx, ctx: Ctx, importId: string): Promise<void> {
  const now = await lockLight(tx, ctx, importId);
  const undo = now?.counts.undo;
  if (now?.status !== "undoing" || !undo) return;
  const companies = await removeUnused(tx, ctx, "company", importId, null);
  const products = await removeUnused(tx, ctx, "product", importId, null);
  // A manager with reports in rows that were undone later could not go with the own row; now it can be told.
  const kept = now.kind === "people" ? await listKeptMade(tx, ctx, importId) : [];
  const people = await removePeople(tx, ctx, importId, kept, { named: true });
  const late = kept.filter(({ entityId }) => people.has(entityId));
  await markRows(
    tx,
    ctx,
    importId,
    late.map(({ number }) => number),
    "undone",
  );
  await removeEmptyTeams(tx, ctx, now.counts.apply?.teams ?? []);
  await archiveUnusedProcess(tx, ctx, importId);
  await saveImport(tx, ctx, importId, {
    status: "undone",
    undoneAt: ctx.now,
    counts: {
      ...now.counts,
      undo: {
        ...undo,
        removed: undo.removed + late.length,
        kept: undo.kept - late.length,
        made: { companies: companies.size, products: products.size, people: people.size - late.length },
      },
    },
  });
}
