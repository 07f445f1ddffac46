import "server-only";
import pg from "pg";
import { log } from "@/lib/platform/log";

const SWEEP_MS = 15_000;
/** A worker that has just taken a job may not have shown yet that it is alive. */
const FRESH_SECONDS = 10;
const KEY = "hashtextextended('koers worker ' || $1, 0)";

/**
 * Shows every instance which workers are alive, and frees the jobs of those that are not. A worker's sign of life is an
 * advisory lock that its process holds on one connection: it ends with the process, however that ends, so a job of a
 * killed server is taken up again within seconds and not after the queue's own four hours.
 */
export function keepAlive(connectionString: string): {
  add: (workerId: string) => void;
  end: () => Promise<void>;
} {
  const own = new Set<string>();
  let client: pg.Client | null = null;
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  /** One statement at a time on the one connection. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };

  async function connect(): Promise<pg.Client> {
    if (client) return client;
    const fresh = new pg.Client({ connectionString, application_name: "koers jobs", keepAlive: true });
    const lost = () => {
      if (client === fresh) client = null;
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    await fresh.connect();
    for (const workerId of own) await fresh.query(`select pg_advisory_lock(${KEY})`, [workerId]);
    client = fresh;
    return fresh;
  }

  async function sweep(): Promise<void> {
    const at = await connect();
    const { rows } = await at.query<{ worker: string }>(
      `select distinct locked_by as worker from graphile_worker.jobs
       where locked_by is not null and locked_at < now() - make_interval(secs => $1)`,
      [FRESH_SECONDS],
    );
    for (const { worker } of rows) {
      if (own.has(worker)) continue;
      const { rows: got } = await at.query<{ dead: boolean }>(`select pg_try_advisory_lock(${KEY}) as dead`, [
        worker,
      ]);
      if (!got[0]?.dead) continue;
      await at.query("select graphile_worker.force_unlock_workers(array[$1])", [worker]);
      await at.query(`select pg_advisory_unlock(${KEY})`, [worker]);
      log.warn({ worker }, "took over the jobs of a worker that is gone");
    }
  }

  const tick = () =>
    inTurn(sweep).catch((error: unknown) => {
      if (!ended) log.warn({ err: error }, "could not look for jobs of workers that are gone");
    });
  const timer = setInterval(() => void tick(), SWEEP_MS);
  timer.unref();
  void tick();
  return {
    add: (workerId) => {
      own.add(workerId);
      inTurn(async () => (await connect()).query(`select pg_advisory_lock(${KEY})`, [workerId])).catch(
        (error: unknown) => log.warn({ err: error }, "could not show that a worker is alive"),
      );
    },
    end: async () => {
      ended = true;
      clearInterval(timer);
      await client?.end().catch(() => {});
    },
  };
}
