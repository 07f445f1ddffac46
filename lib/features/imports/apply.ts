import "server-only";
import { readRow } from "@/lib/domain/import/read-row";
import type { Ctx } from "@/lib/platform/context";
import type { CsvRow } from "@/lib/platform/csv/reading";
import { rows } from "@/lib/platform/csv/rows";
import type { Tx } from "@/lib/platform/db/tenant";
import { type Applied, applyDeals } from "./apply-deals";
import { applyPeople, applyRecords } from "./apply-records";
import { rangeOf, rejected } from "./check";
import { clearPieces } from "./file-store";
import { betweenChunks, chunksOf, eyesOf, fileOf, type Job, step } from "./job";
import { judge } from "./judge";
import { oneAtATime } from "./lookup-store";
import { doneIds, rejectedNumbers, writeOutcomes } from "./rows-store";
import { type Judged, newSession, remember, type Session } from "./session";
import type { StoredReading } from "./state";
import { findImport, lockLight, saveImport } from "./store";
import { addTally } from "./tally";
import type { ApplyCounts } from "./view";

/** Rows per transaction: together with where the import stands, so that a row is in exactly once. */
export const CHUNK = 250;

/** The import itself. It goes on after the last row that is in, whoever wrote it, and stops when it was taken back. */
export async function runApply(job: Job): Promise<void> {
  const stored = await step(job, "begin-apply", (tx, ctx) => findImport(tx, ctx, job.importId));
  const plan = stored?.mapping?.plan;
  let counts = stored?.counts.apply;
  if (stored?.status !== "applying" || !stored.reading || !plan || !counts) return;
  const session = newSession(job.importId, plan, eyesOf(job));
  if (counts.after > 0) await recall(job, session, stored.reading, counts.after);
  for await (const chunk of chunksOf(rows(fileOf(job)(), stored.reading.csv, counts.after), CHUNK)) {
    const before: ApplyCounts = counts;
    const done = await step(job, "apply-rows", (tx, ctx) => applyChunk(tx, ctx, session, chunk, before));
    if (!done) return;
    counts = done.counts;
    remember(session, done.judged);
    await betweenChunks(job, counts.rows);
  }
  const { after } = counts;
  await step(job, "end-apply", async (tx, ctx) => {
    const now = await lockLight(tx, ctx, job.importId);
    const apply = now?.counts.apply;
    if (now?.status !== "applying" || apply?.after !== after) return;
    // Every row is kept with what became of it; the file itself is needed no more.
    await clearPieces(tx, ctx, job.importId);
    await saveImport(tx, ctx, job.importId, {
      status: "applied",
      appliedAt: ctx.now,
      counts: { ...now.counts, apply: { ...apply, finishedAt: ctx.now.toISOString() } },
    });
  });
}

async function applyChunk(
  tx: Tx,
  ctx: Ctx,
  session: Session,
  chunk: readonly CsvRow[],
  before: ApplyCounts,
): Promise<{ judged: Judged[]; counts: ApplyCounts } | null> {
  const { importId, plan } = session;
  const now = await lockLight(tx, ctx, importId);
  // Taken back, or another instance is further: this one has nothing to do any more.
  if (now?.status !== "applying" || now.counts.apply?.after !== before.after) return null;
  await oneAtATime(tx, ctx);
  const judged = await judge(tx, ctx, session, chunk);
  const write = { deals: applyDeals, people: applyPeople, companies: applyRecords, products: applyRecords };
  const applied = await write[plan.mapping.kind](tx, ctx, session, judged, before);
  const bad = judged.filter(({ plan }) => plan.action === "reject").map(rejected);
  await writeOutcomes(tx, ctx, importId, rangeOf(chunk), [...applied.outcomes, ...bad]);
  const counts = countsAfter(before, judged, applied, chunk.at(-1)?.number ?? before.after);
  await saveImport(
    tx,
    ctx,
    importId,
    { progress: counts.rows, counts: { ...now.counts, apply: counts } },
    { edit: false },
  );
  return { judged, counts };
}

function countsAfter(
  before: ApplyCounts,
  judged: readonly Judged[],
  { made, teams, versionId, processId }: Applied,
  after: number,
): ApplyCounts {
  return {
    ...before,
    ...addTally(before, judged),
    after,
    versionId,
    processId,
    teams: [...before.teams, ...teams],
    made: {
      companies: before.made.companies + made.companies,
      products: before.made.products + made.products,
      people: before.made.people + made.people,
    },
    startedAt: before.startedAt,
    finishedAt: before.finishedAt,
  };
}

/** Brings back what was known of the rows that are in already, so that a double in the rest of the file is seen. */
async function recall(job: Job, session: Session, reading: StoredReading, after: number): Promise<void> {
  const { numbers, ids } = await step(job, "recall-rows", async (tx, ctx) => ({
    numbers: new Set(await rejectedNumbers(tx, ctx, job.importId, after)),
    ids: await doneIds(tx, ctx, job.importId),
  }));
  for (const id of ids) session.claimed.set(id, 1);
  for await (const row of rows(fileOf(job)(), reading.csv)) {
    if (row.number > after) return;
    if (numbers.has(row.number)) continue;
    for (const identity of readRow(session.plan.mapping, row).identities)
      session.seen.set(identity, row.number);
  }
}
