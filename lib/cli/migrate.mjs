import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./env.mjs";
import { Refusal } from "./explain.mjs";

/*
 * Applies prisma/migrations without Prisma's engine, which would have to be downloaded. It keeps Prisma's own table
 * and checksums and takes Prisma's own lock, so `prisma migrate deploy` can be used on the same database.
 */

/** Prisma Migrate's advisory lock: whoever changes the schema of a database holds it. */
export const MIGRATION_LOCK = 72_707_369;
const NO_TRANSACTION = "-- no transaction";

/** The migrations of this checkout in order: name, sql, checksum. */
export function readMigrations(folder = path.join(root, "prisma", "migrations")) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Which migrations still have to be applied. Refuses a database that a newer program has migrated, a migration that
 * was edited after it was applied, one that failed half-way, and a gap (an older migration that was never applied).
 */
export async function pendingMigrations(client, migrations) {
  const exists = await client.query("select to_regclass('_prisma_migrations') as at");
  if (!exists.rows[0].at) return migrations;
  const { rows } = await client.query(
    "select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  const known = new Set(migrations.map((migration) => migration.name));
  const newer = [...applied.keys()].filter((name) => !known.has(name)).sort();
  if (newer[0]) {
    throw new Refusal(
      `This database was migrated by a newer version of Koers (${newer[0]} is not in this checkout). Update this checkout, or use another database; nothing was changed.`,
    );
  }
  for (const { name, checksum } of migrations) {
    const row = applied.get(name);
    if (!row) continue;
    if (!row.finished_at) {
      throw new Refusal(
        `Migration ${name} failed half-way earlier. Undo what it did by hand, delete its row from _prisma_migrations, and run the command again.`,
      );
    }
    if (row.checksum !== checksum) {
      throw new Refusal(
        `Migration ${name} was edited after it was applied to this database. Put its text back and add a new migration instead; with the embedded database you can also move .data/pg away and begin anew.`,
      );
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

/** Applies what is pending, each migration in a transaction of its own, and gives the names. One process at a time. */
export async function migrate(client, migrations = readMigrations()) {
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    const pending = await pendingMigrations(client, migrations);
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}

/** A migration whose first line is `-- no transaction` runs outside one (`create index concurrently`). */
async function apply(client, { name, sql, checksum }) {
  const id = crypto.randomUUID();
  const note = (finished) =>
    client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, case when $4 then clock_timestamp() end, $5)`,
      [id, checksum, name, finished, finished ? 1 : 0],
    );
  const bare = sql.startsWith(NO_TRANSACTION);
  try {
    if (bare) {
      await note(false);
      for (const statement of sql.split(/;\s*$/m))
        if (/\S/.test(statement.replace(/--.*$/gm, ""))) await client.query(statement);
      await client.query(
        "update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1",
        [id],
      );
      return;
    }
    await client.query("begin");
    await client.query(sql);
    await note(true);
    await client.query("commit");
  } catch (error) {
    if (!bare) await client.query("rollback").catch(() => {});
    throw failed(name, sql, error);
  }
}

function failed(name, sql, error) {
  if (error.code === "53100") return error;
  const line = error.position
    ? `, line ${
        [...sql]
          .slice(0, Number(error.position) - 1)
          .join("")
          .split("\n").length
      }`
    : "";
  const more = [error.detail, error.hint, error.where].filter(Boolean).join(" ");
  return new Refusal(
    `Migration ${name}${line}: ${error.message}${more ? ` (${more})` : ""}. It was undone; the database is as it was.`,
  );
}
