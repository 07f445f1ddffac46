import type { Ctx } from "@/lib/platform/context";
import { pools } from "@/lib/platform/db/pools";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { NOW, type Person } from "./world";

/** Carried out of a transaction that is to be undone. */
class Undone extends Error {}

type Held = {
  /** The database process of the transaction. */
  readonly pid: number;
  /** Lets it end: written, or undone. */
  readonly end: (how?: "commit" | "undo") => Promise<void>;
};

/** Does `work` in a transaction of somebody, which stays open until it is told to end. */
export async function held(
  by: Person,
  work: (tx: Tx, ctx: Ctx) => Promise<unknown>,
  now = NOW,
): Promise<Held> {
  let end: (how: "commit" | "undo") => void = () => {};
  const ending = new Promise<"commit" | "undo">((resolve) => {
    end = resolve;
  });
  let done: Promise<unknown> = Promise.resolve();
  const pid = await new Promise<number>((begin, fail) => {
    done = withTenant(by.caller, now, async (tx, entered) => {
      await work(tx, { ...entered, reach: "all" });
      const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() pid`;
      begin(row?.pid ?? 0);
      if ((await ending) === "undo") throw new Undone();
    }).catch((error) => {
      if (error instanceof Undone) return;
      fail(error);
      throw error;
    });
    // What goes wrong before it began is told here, and afterwards by `end`.
    done.catch(() => {});
  });
  return {
    pid,
    end: async (how = "commit") => {
      end(how);
      await done;
    },
  };
}

/** Whether `doing` came to wait for the transaction of `pid`, by the process that waits; null when it was done without. */
export async function waits(doing: Promise<unknown>, pid: number): Promise<number | null> {
  let settled = false;
  const over = () => {
    settled = true;
  };
  doing.then(over, over);
  while (!settled) {
    const [row] = await pools().prisma.$queryRaw<{ pid: number }[]>`
      select pid from pg_stat_activity where wait_event_type = 'Lock' and ${pid}::int = any(pg_blocking_pids(pid)) limit 1`;
    if (row) return row.pid;
  }
  return null;
}
