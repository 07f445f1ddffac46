import pg from "pg";

const kept = globalThis;

/** The database's owner: no session, no row level security; every statement prepared, rows as `pg` reads them. */
export function rows(name, text, values) {
  kept.floorPool ??= new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 8 });
  return kept.floorPool.query({ name, text, values }).then((result) => result.rows);
}
