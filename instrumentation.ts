/** Called once by Next when the server starts: the worker runs in the same process, and only where Node runs it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWorker } = await import("@/lib/platform/jobs/worker");
  const { SCHEDULE, TASKS } = await import("@/lib/features/jobs");
  startWorker(TASKS, SCHEDULE);
}
