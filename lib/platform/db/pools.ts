import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { PrismaClient } from "./generated/client";

const TIMEOUTS =
  "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000";

type Pools = { app: pg.Pool; prisma: PrismaClient; auth: PrismaClient };
// Development reloads modules; the pools must outlive that.
const kept = globalThis as typeof globalThis & { koersPools?: Pools };

function open(): Pools {
  const { APP_DATABASE_URL, AUTH_DATABASE_URL, KOERS_POOL_SIZE: max, KOERS_POOLED } = env();
  const options = { max, connectionTimeoutMillis: 5000, keepAlive: true };
  // A transaction pooler accepts no startup options: the role's own settings hold there.
  const direct = KOERS_POOLED === "on" ? {} : { options: TIMEOUTS };
  const app = new pg.Pool({ connectionString: APP_DATABASE_URL, ...options, ...direct });
  // An idle connection that the server drops is replaced on the next use.
  app.on("error", () => {});
  return {
    app,
    prisma: new PrismaClient({ adapter: new PrismaPg(app) }),
    auth: new PrismaClient({
      adapter: new PrismaPg({ connectionString: AUTH_DATABASE_URL, ...options, max: 4 }),
    }),
  };
}

/** The process's connections: the app role (raw and typed) and the auth role. Opened on first use. */
export function pools(): Pools {
  kept.koersPools ??= open();
  return kept.koersPools;
}

/** Closes every connection; for scripts and tests that end. */
export async function closePools(): Promise<void> {
  const open = kept.koersPools;
  if (!open) return;
  kept.koersPools = undefined;
  await Promise.allSettled([open.prisma.$disconnect(), open.auth.$disconnect()]);
  if (!open.app.ended) await open.app.end();
}
