import pg from "pg";

const kept = globalThis;

/** The database's owner: no session, no row level security. */
function pool() {
  kept.floorPool ??= new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 8 });
  return kept.floorPool;
}

/** Sends a prepared statement and gives its rows as `pg` reads them. */
export const rows = (name, text, values) => ask(pool(), name, text, values);

/** Runs `work(rows)` in a transaction: each statement is awaited, as a plain handler does. */
export async function transaction(work) {
  const client = await pool().connect();
  try {
    await client.query("begin");
    const value = await work((name, text, values) => ask(client, name, text, values));
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const ask = async (client, name, text, values) => (await client.query({ name, text, values })).rows;
