import "server-only";
import { IMPORT_TASKS } from "@/lib/features/imports/jobs";
import type { Task } from "@/lib/platform/jobs/worker";

/** Every job of the product, by its name in the queue. */
export const TASKS: Readonly<Record<string, Task>> = { ...IMPORT_TASKS };
