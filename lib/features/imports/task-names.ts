import "server-only";
import type { Tx } from "@/lib/platform/db/tenant";
import { enqueue } from "@/lib/platform/jobs/enqueue";

/** Names of the jobs of imports, as they stand in the queue. */
export const TASK = { check: "imports.check", apply: "imports.apply", undo: "imports.undo" } as const;

/** Puts a job of an import in line; an import has one that has not begun. */
export function enqueueImport(
  tx: Tx,
  task: string,
  {
    orgId,
    actorId,
    importId,
    keySees,
  }: { orgId: string; actorId: string | null; importId: string; keySees?: boolean | undefined },
): Promise<void> {
  return enqueue(tx, task, { orgId, actorId, importId, keySees }, `import ${importId}`);
}
