import "server-only";
import { z } from "zod";
import { organizations } from "@/lib/features/runs/rebuild-all";
import { execute } from "@/lib/platform/execute";
import type { Scheduled, Task } from "@/lib/platform/jobs/worker";
import { command } from "@/lib/platform/verb";
import { eraseReceipts } from "./store";

/** Days that a command sent twice is known for the same one. What waited on a device longer has ids of its own to be known by. */
export const RECEIPT_DAYS = 30;
const DAY_MS = 86_400_000;
const BATCH = 2_000;
const ERASE = "receipts.erase";

const eraseBatch = command({
  name: ERASE,
  input: z.strictObject({}),
  can: "organization.edit",
  fleeting: true,
  async run({ tx, ctx }) {
    const before = new Date(ctx.now.getTime() - RECEIPT_DAYS * DAY_MS);
    return { erased: await eraseReceipts(tx, ctx.org.id, before, BATCH) };
  },
});

/** Erases the receipts of an organisation that are over at `now`, a batch at a time. Gives how many. */
export async function eraseOldReceipts(orgId: string, now: Date, stop?: AbortSignal): Promise<number> {
  const caller = { kind: "job", orgId, actorId: null, as: "job" } as const;
  let all = 0;
  while (!stop?.aborted) {
    const result = await execute(eraseBatch, caller, {}, { now });
    if (!result.ok) throw new Error(`${ERASE} was refused: ${result.refusal.code}`);
    all += result.value.erased;
    if (result.value.erased < BATCH) break;
  }
  return all;
}

/** The job of the receipts, by its name in the queue. */
export const RECEIPT_TASKS: Readonly<Record<string, Task>> = {
  [ERASE]: async (_payload, { signal }) => {
    for (const { id } of await organizations()) {
      if (signal.aborted) return;
      await eraseOldReceipts(id, new Date(), signal);
    }
  },
};

/** Every night, for all organisations. */
export const RECEIPT_SCHEDULE: readonly Scheduled[] = [{ task: ERASE, match: "47 2 * * *" }];
