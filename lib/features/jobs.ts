import "server-only";
import { DIGEST_SCHEDULE, DIGEST_TASKS } from "@/lib/features/digest/jobs";
import { IMPORT_TASKS } from "@/lib/features/imports/jobs";
import { RECEIPT_SCHEDULE, RECEIPT_TASKS } from "@/lib/features/receipts/jobs";
import { TRASH_SCHEDULE, TRASH_TASKS } from "@/lib/features/trash/jobs";
import type { Scheduled, Task } from "@/lib/platform/jobs/worker";

/** Every job of the product, by its name in the queue. */
export const TASKS: Readonly<Record<string, Task>> = {
  ...IMPORT_TASKS,
  ...RECEIPT_TASKS,
  ...TRASH_TASKS,
  ...DIGEST_TASKS,
};

/** The tasks that come round by themselves. */
export const SCHEDULE: readonly Scheduled[] = [...RECEIPT_SCHEDULE, ...TRASH_SCHEDULE, ...DIGEST_SCHEDULE];
