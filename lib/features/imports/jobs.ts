import "server-only";
import { z } from "zod";
import type { Task } from "@/lib/platform/jobs/worker";
import { runApply } from "./apply";
import { runCheck } from "./check";
import { Interrupted, type Job, step } from "./job";
import { lockLight, saveImport } from "./store";
import { enqueueImport, TASK } from "./task-names";
import { runUndo } from "./undo";
import type { ImportError } from "./view";

const Payload = z.object({
  orgId: z.uuid(),
  actorId: z.uuid().nullable(),
  importId: z.uuid(),
  keySees: z.boolean().optional(),
});

/**
 * A job that fails for good says so on the import, from where a person can start it again. One that was interrupted
 * stands in line anew, and that costs it no attempt.
 */
function task(name: string, during: ImportError["during"], run: (job: Job) => Promise<void>): Task {
  return async (payload, { signal, isLastAttempt }) => {
    const job: Job = { ...Payload.parse(payload), signal };
    try {
      await run(job);
    } catch (error) {
      if (error instanceof Interrupted) return again(job, name);
      if (isLastAttempt) await fail(job, during);
      throw error;
    }
  };
}

const again = (job: Job, name: string): Promise<void> =>
  step(job, "requeue", (tx) => enqueueImport(tx, name, job));

async function fail(job: Job, during: ImportError["during"]): Promise<void> {
  await step(job, "fail", async (tx, ctx) => {
    const now = await lockLight(tx, ctx, job.importId);
    if (now?.status !== during) return;
    await saveImport(tx, ctx, job.importId, { status: "failed", error: { during, code: "failed" } });
  });
}

/** The jobs of imports, by their names in the queue. */
export const IMPORT_TASKS: Readonly<Record<string, Task>> = {
  [TASK.check]: task(TASK.check, "checking", runCheck),
  [TASK.apply]: task(TASK.apply, "applying", runApply),
  [TASK.undo]: task(TASK.undo, "undoing", runUndo),
};
