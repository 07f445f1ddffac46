import crypto from "node:crypto";
import { databaseAt, ensureDatabase, prepareDatabase, withClient } from "./database.mjs";
import { dataPath, loadEnv } from "./env.mjs";
import { exclusively } from "./lock.mjs";
import { readMigrations } from "./migrate.mjs";
import { joinPostgres } from "./postgres.mjs";
import { birthOf } from "./process.mjs";
import { roleUrls } from "./roles.mjs";
import { derive, installationSecret } from "./secret.mjs";

const PREFIX = "koers_test_";

/**
 * A fresh database with every migration applied, for one run of tests. On TEST_DATABASE_URL when it is set (its user
 * must be able to create databases and roles), else on an embedded Postgres of its own, apart from that of `npm start`.
 * The migrations run once, into a template, of which each run gets a copy. Gives `{ ownerUrl, env, close }`: `env` is
 * what the program under test reads, `close` drops the database. Throws when any of it fails: no test may pass without.
 */
export async function openTestDatabase() {
  loadEnv();
  const own = process.env.TEST_DATABASE_URL;
  // a crash of the machine may cost the test cluster; everything else is as in the product
  const server = own
    ? { url: own, leave: async () => {} }
    : await joinPostgres("test-pg", { settings: { fsync: "off", full_page_writes: "off" } });
  const name = `${PREFIX}${process.pid}_${crypto.randomBytes(4).toString("hex")}`;
  const secret = installationSecret();
  let ownerUrl;
  try {
    await exclusively(dataPath("test-template.lock"), async () => {
      if (!own) await dropLeftovers(server.url);
      const template = await ensureTemplate(server.url, secret, !own);
      ownerUrl = await ensureDatabase(server.url, name, { template });
      await prepareDatabase(ownerUrl, { secret, embedded: !own });
    });
  } catch (error) {
    await server.leave();
    throw error;
  }
  const env = {
    DATABASE_URL: ownerUrl,
    ...roleUrls(ownerUrl, secret),
    NEXTAUTH_SECRET: derive(secret, "next-auth"),
    NEXTAUTH_URL: "http://localhost:3000",
  };
  const close = async () => {
    await withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
    await server.leave();
  };
  return { ownerUrl, env, close };
}

/** Another empty database beside a test's own, for tests about migrating itself. */
export async function besideDatabase(ownerUrl, suffix) {
  const name = `${new URL(ownerUrl).pathname.slice(1)}_${suffix}`;
  const serverUrl = databaseAt(ownerUrl, "postgres");
  const url = await ensureDatabase(serverUrl, name);
  return {
    url,
    drop: () =>
      withClient(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

/** The template belongs to exactly these migrations; it gets its name only when it is whole. */
async function ensureTemplate(serverUrl, secret, embedded) {
  const hash = crypto.createHash("sha256");
  for (const migration of readMigrations()) hash.update(`${migration.name} ${migration.checksum}\n`);
  const name = `koers_template_${hash.digest("hex").slice(0, 12)}`;
  const exists = await withClient(serverUrl, (client) =>
    client.query("select 1 from pg_database where datname = $1", [name]),
  );
  if (exists.rowCount) return name;
  await dropWhere(serverUrl, (other) => other.startsWith("koers_template_"));
  const half = `${name}_half`;
  await prepareDatabase(await ensureDatabase(serverUrl, half), { secret, embedded });
  await withClient(serverUrl, (client) => client.query(`alter database ${half} rename to ${name}`));
  return name;
}

/** Databases of test runs that were killed. */
async function dropLeftovers(serverUrl) {
  await dropWhere(serverUrl, (name) => {
    const pid = name.match(/^koers_test_(\d+)_/)?.[1];
    return pid !== undefined && birthOf(Number(pid)) === undefined;
  });
}

async function dropWhere(serverUrl, unwanted) {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query("select datname from pg_database where datname like 'koers\\_%'");
    for (const { datname } of rows) {
      if (unwanted(datname))
        await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}
