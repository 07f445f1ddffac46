import "server-only";
import type { Tx } from "@/lib/platform/db/tenant";

/** What every job carries: it enters its organisation by this alone. `actorId` is null when an API key asks for it. */
export type JobPayload = Readonly<Record<string, string | boolean | null | undefined>> & {
  readonly orgId: string;
  readonly actorId: string | null;
};

/**
 * Puts a job into the queue, within the caller's transaction: it exists only if that commits. A second job with the
 * same key replaces one that has not begun. Refused by the database when `orgId` is not the transaction's own.
 */
export async function enqueue(tx: Tx, task: string, payload: JobPayload, key: string): Promise<void> {
  await tx.$executeRaw`select app.enqueue_job(${task}::text, ${JSON.stringify(payload)}::jsonb, ${key}::text)`;
}
