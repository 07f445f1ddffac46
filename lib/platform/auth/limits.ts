import "server-only";
import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env";

/** Attempts per key and window, in seconds. Counted in Postgres, so that all instances share them. */
const LIMITS = {
  "sign-in-address": { points: 10, duration: 900 },
  "sign-in-email": { points: 5, duration: 900 },
  "sign-up": { points: 30, duration: 3600 },
  "change-password": { points: 5, duration: 900 },
  invitation: { points: 20, duration: 3600 },
} as const;
export type LimitName = keyof typeof LIMITS;

let pool: pg.Pool | undefined;
const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  pool ??= new pg.Pool({
    connectionString: env().AUTH_DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 5000,
    allowExitOnIdle: true,
  });
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    ...LIMITS[name],
  });
  limiters.set(name, made);
  return made;
}

/**
 * Counts one attempt. Resolves to null when it may go on, or to the seconds to wait.
 * Call it before any hashing, so that guessing costs the guesser and not the server.
 */
export async function countAttempt(name: LimitName, key: string): Promise<number | null> {
  try {
    await limiter(name).consume(key);
    return null;
  } catch (refused) {
    const wait = (refused as { msBeforeNext?: unknown }).msBeforeNext;
    if (typeof wait !== "number") throw refused;
    return Math.max(1, Math.ceil(wait / 1000));
  }
}

/** Takes one attempt back: a success does not count, but it does not clear what others at the address did either. */
export async function takeBackAttempt(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(key);
}

/** Forgets the attempts of a key, after a success. */
export async function forgetAttempts(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(key);
}

/** Closes the limiter's connections; for tests that end. */
export async function closeLimits(): Promise<void> {
  await pool?.end();
  pool = undefined;
  limiters.clear();
}
