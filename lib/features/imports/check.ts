import "server-only";
import { rows } from "@/lib/platform/csv/rows";
import { betweenChunks, chunksOf, eyesOf, fileOf, type Job, step } from "./job";
import { judge } from "./judge";
import { storable } from "./read-file";
import { type Outcome, writeOutcomes } from "./rows-store";
import { type Judged, newSession, remember } from "./session";
import { findImport, lockLight, saveImport } from "./store";
import { createTally } from "./tally";

const CHUNK = 500;

/** A rejected row as it is kept: its cells and why. */
export const rejected = ({ row, plan }: Judged): Outcome =>
  storable({ number: row.number, result: "rejected", problems: plan.problems, values: row.values });

/** The dry run: judges every row and keeps the rejected ones. Starting again begins at the first row. */
export async function runCheck(job: Job): Promise<void> {
  const stored = await step(job, "begin-check", (tx, ctx) => findImport(tx, ctx, job.importId));
  const plan = stored?.mapping?.plan;
  if (stored?.status !== "checking" || !stored.reading || !plan) return;
  const session = newSession(job.importId, plan, eyesOf(job));
  const tally = createTally(session);
  let done = 0;
  for await (const chunk of chunksOf(rows(fileOf(job)(), stored.reading.csv), CHUNK)) {
    const judged = await step(job, "check-rows", async (tx, ctx) => {
      const now = await lockLight(tx, ctx, job.importId);
      if (now?.status !== "checking") return null;
      const found = await judge(tx, ctx, session, chunk);
      const bad = found.filter(({ plan }) => plan.action === "reject").map(rejected);
      await writeOutcomes(tx, ctx, job.importId, rangeOf(chunk), bad);
      await saveImport(tx, ctx, job.importId, { progress: done + chunk.length }, { edit: false });
      return found;
    });
    if (!judged) return;
    remember(session, judged);
    tally.add(judged);
    done += chunk.length;
    await betweenChunks(job, done);
  }
  await step(job, "end-check", async (tx, ctx) => {
    const now = await lockLight(tx, ctx, job.importId);
    if (now?.status !== "checking") return;
    await saveImport(tx, ctx, job.importId, {
      status: "checked",
      counts: { check: storable(tally.counts()) },
    });
  });
}

/** The numbers of the first and the last row of a chunk. */
export const rangeOf = (chunk: readonly { readonly number: number }[]): [number, number] => [
  chunk[0]?.number ?? 0,
  chunk.at(-1)?.number ?? 0,
];
