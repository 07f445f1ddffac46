import { openTestDatabase } from "@/lib/cli/test-database.mjs";

/**
 * Before the tests that need Postgres: a database of this run's own. The workers inherit its addresses through the
 * environment (APP_DATABASE_URL, AUTH_DATABASE_URL, JOB_DATABASE_URL; DATABASE_URL is the owner's).
 * A database that cannot start ends the run here, with the reason.
 */
export async function setup(): Promise<() => Promise<void>> {
  const database = await openTestDatabase();
  Object.assign(process.env, database.env);
  return database.close;
}
