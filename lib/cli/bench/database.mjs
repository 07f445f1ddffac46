import fs from "node:fs";
import { ensureDatabase, prepareDatabase, withClient } from "../database.mjs";
import { dataPath } from "../env.mjs";
import { joinPostgres } from "../postgres.mjs";
import { roleUrls } from "../roles.mjs";
import { derive, installationSecret } from "../secret.mjs";

const PREFIX = "koers_bench_";

/**
 * A migrated, empty database to measure on: in an embedded Postgres of its own with the product's settings (commits
 * reach the disk, unlike in tests), or on TEST_DATABASE_URL, whose user must be a superuser. Gives
 * `{ ownerUrl, urls, authSecret, close }`; `close` removes all of it.
 */
export async function openBenchDatabase() {
  const own = process.env.TEST_DATABASE_URL;
  const server = own ? { url: own, leave: async () => {} } : await joinPostgres("bench-pg");
  const secret = installationSecret();
  const name = `${PREFIX}${process.pid}`;
  const close = async () => {
    await drop(server.url, (found) => found === name);
    await server.leave();
    if (!own) fs.rmSync(dataPath("bench-pg"), { recursive: true, force: true });
  };
  try {
    if (!own) await drop(server.url, () => true); // of a bench that was killed: two never run at once
    const ownerUrl = await ensureDatabase(server.url, name);
    await prepareDatabase(ownerUrl, { secret, embedded: !own });
    return { ownerUrl, urls: roleUrls(ownerUrl, secret), authSecret: derive(secret, "next-auth"), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function drop(serverUrl, unwanted) {
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query("select datname from pg_database where starts_with(datname, $1)", [
      PREFIX,
    ]);
    for (const { datname } of rows) {
      if (unwanted(datname)) {
        await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
      }
    }
  });
}
