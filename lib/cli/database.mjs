import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { Refusal } from "./explain.mjs";
import { MIGRATION_LOCK, migrate, pendingMigrations, readMigrations } from "./migrate.mjs";
import { ensureRoles, ROLES, roleUrls } from "./roles.mjs";

/** Runs `work(client)` on one connection and closes it. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, application_name: "koers cli" });
  client.on("error", () => {}); // a broken connection also fails the query that waits for it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same server, another database. */
export function databaseAt(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Makes a database when it is missing. `name` comes from our own code, never from a person. */
export async function ensureDatabase(serverUrl, name, { template } = {}) {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const from = template ? ` template ${client.escapeIdentifier(template)}` : "";
    await client.query(`create database ${client.escapeIdentifier(name)}${from}`);
  });
  return databaseAt(serverUrl, name);
}

/**
 * Brings a database to the schema of this checkout: checks the history first (a newer schema changes nothing),
 * then roles, the schema of the job queue, and the migrations. Gives the names of the migrations applied.
 */
export async function prepareDatabase(ownerUrl, { secret, embedded = false, migrations = readMigrations() }) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    if (rows[0].version < 180_000) {
      throw new Refusal(
        `Koers needs Postgres 18 or newer; this database is version ${Math.floor(rows[0].version / 10_000)}.`,
      );
    }
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]); // freed with the connection
    await pendingMigrations(client, migrations);
    await speakUtc(client);
    await ensureRoles(client, { ownerUrl, secret, embedded });
    await installJobQueue(client, roleUrls(ownerUrl, secret).JOB_DATABASE_URL);
    return migrate(client, migrations);
  });
}

/**
 * Sessions in this database speak UTC, also those that come through a pooler. Prisma's adapter reads a moment without
 * its offset, and a new cluster takes over the zone of the machine: elsewhere every moment would be read hours off.
 */
async function speakUtc(client) {
  const { rows } = await client.query(
    "select current_database() as name, current_setting('TimeZone') as zone",
  );
  if (rows[0].zone === "UTC") return;
  await client.query(`alter database ${client.escapeIdentifier(rows[0].name)} set timezone = 'UTC'`);
}

/**
 * The job queue's schema belongs to the job role. Its installer says `create schema if not exists`, for which Postgres
 * wants the right to create even when the schema is there: the role has that right for this moment only.
 */
async function installJobQueue(client, jobUrl) {
  // asked of the catalogue: an owner without superuser may not look into the schema by name
  const { rows } = await client.query(`select current_database() as name, exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'graphile_worker' and c.relname = 'migrations') as there`);
  const database = client.escapeIdentifier(rows[0].name);
  const first = !rows[0].there;
  if (first) {
    await client.query(`create schema if not exists graphile_worker authorization ${ROLES.job}`);
    await client.query(`grant create on database ${database} to ${ROLES.job}`);
  }
  try {
    await runMigrations({ connectionString: jobUrl, logger: new Logger(() => () => {}) });
  } finally {
    if (first) await client.query(`revoke create on database ${database} from ${ROLES.job}`);
  }
}
