import "server-only";
import { z } from "zod";
import { erasedBefore } from "@/lib/domain/policy/trash";
import { organizations } from "@/lib/features/runs/rebuild-all";
import { execute } from "@/lib/platform/execute";
import type { Scheduled, Task } from "@/lib/platform/jobs/worker";
import { command } from "@/lib/platform/verb";
import { erase } from "./store";

/** Rows of each kind per transaction: nobody waits for it. */
const BATCH = 200;

const eraseBatch = command({
  name: "trash.erase",
  input: z.strictObject({}),
  can: "organization.edit",
  run: async ({ tx, ctx }) => ({ erased: await erase(tx, ctx.org.id, erasedBefore(ctx.now), BATCH) }),
});

/** Erases what has lain in an organisation's trash for 30 days at `now`, a batch at a time. Gives how much that was. */
export async function emptyTrash(orgId: string, now: Date, stop?: AbortSignal): Promise<number> {
  const caller = { kind: "job", orgId, actorId: null, as: "job" } as const;
  let all = 0;
  while (!stop?.aborted) {
    const result = await execute(eraseBatch, caller, {}, { now });
    if (!result.ok) throw new Error(`trash.erase was refused: ${result.refusal.code}`);
    if (result.value.erased === 0) break;
    all += result.value.erased;
  }
  return all;
}

const ERASE = "trash.erase";

/** The job of the trash, by its name in the queue. */
export const TRASH_TASKS: Readonly<Record<string, Task>> = {
  [ERASE]: async (_payload, { signal }) => {
    for (const { id } of await organizations()) {
      if (signal.aborted) return;
      await emptyTrash(id, new Date(), signal);
    }
  },
};

/** Every night, for all organisations. */
export const TRASH_SCHEDULE: readonly Scheduled[] = [{ task: ERASE, match: "17 2 * * *" }];
