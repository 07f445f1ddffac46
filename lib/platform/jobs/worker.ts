import "server-only";
import { EventEmitter } from "node:events";
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { keepAlive } from "./alive";

/** What a task is told besides its payload. */
export type TaskContext = {
  /** Aborted when the server goes down: stop at the next safe place. */
  readonly signal: AbortSignal;
  /** True when the queue gives up after this attempt. */
  readonly isLastAttempt: boolean;
};
/** A task that comes round by itself: at the minutes that `match` (as in a crontab, in UTC) says, once for all instances. */
export type Scheduled = { readonly task: string; readonly match: string };
export type Task = (payload: unknown, context: TaskContext) => Promise<void>;

/** Imports are the only long jobs, and each is written one chunk at a time: two run beside each other well. */
const CONCURRENCY = 2;
const POLL_MS = 2_000;
const RETRY_MS = 5_000;

// Development reloads modules; the worker must not start twice for that.
const kept = globalThis as typeof globalThis & { koersWorker?: { stop: () => Promise<void> } };

/**
 * Runs jobs in this process until it ends, beside those of every other instance: the queue hands each job to one.
 * Does nothing when KOERS_WORKER is off or there is no direct connection for jobs. A lost database is waited for.
 */
export function startWorker(
  tasks: Readonly<Record<string, Task>>,
  schedule: readonly Scheduled[] = [],
): void {
  const { JOB_DATABASE_URL: url, KOERS_WORKER } = env();
  if (KOERS_WORKER === "off" || !url || kept.koersWorker) return;
  let stopping = false;
  let runner: Runner | null = null;
  const alive = keepAlive(url);
  kept.koersWorker = {
    stop: async () => {
      stopping = true;
      await runner?.stop().catch(() => {});
      await alive.end();
    },
  };
  const loop = async () => {
    while (!stopping) {
      try {
        runner = await startRunner(url, tasks, schedule, alive.add);
        await runner.promise;
      } catch (error) {
        log.error({ err: error }, "the worker stopped and starts again");
      }
      if (!stopping) await new Promise((done) => setTimeout(done, RETRY_MS).unref());
    }
  };
  void loop();
  const stop = () => void kept.koersWorker?.stop();
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function startRunner(
  connectionString: string,
  tasks: Readonly<Record<string, Task>>,
  schedule: readonly Scheduled[],
  onWorker: (workerId: string) => void,
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => onWorker(worker.workerId));
  return run({
    connectionString,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 1,
    parsedCronItems: parseCronItems(schedule.map((item) => ({ ...item, options: { jobKey: item.task } }))),
    events,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ jobs: message });
      else log.debug({ jobs: message });
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown, { job, abortSignal }) =>
          task(payload, { signal: abortSignal, isLastAttempt: job.attempts >= job.max_attempts }),
      ]),
    ),
  });
}
