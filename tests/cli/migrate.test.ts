import crypto from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrate, pendingMigrations, readMigrations } from "@/lib/cli/migrate.mjs";
import { besideDatabase } from "@/lib/cli/test-database.mjs";

const one = migration("20260101000000_one", "create table one (id int primary key);\n");
const two = migration(
  "20260102000000_two",
  "alter table one add column name text;\ncreate table two (id int);\n",
);

let database: Awaited<ReturnType<typeof besideDatabase>>;
let client: Client;

function migration(name: string, sql: string) {
  return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  return rows.map((row) => row.name);
}

beforeAll(async () => {
  database = await besideDatabase(process.env.DATABASE_URL ?? "", "migrate");
  client = new Client(database.url);
  await client.connect();
});
beforeEach(() => client.query("drop schema public cascade; create schema public"));
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe("migrating", () => {
  it("applies what is missing, once, in order", async () => {
    expect(await migrate(client, [one])).toEqual([one.name]);
    expect(await migrate(client, [one, two])).toEqual([two.name]);
    expect(await migrate(client, [one, two])).toEqual([]);
    expect(await tables()).toEqual(["_prisma_migrations", "one", "two"]);
  });

  it("refuses a database that a newer program has migrated, and changes nothing", async () => {
    await migrate(client, [one, two]);
    const third = migration("20260103000000_three", "create table three (id int)");
    await expect(migrate(client, [one, third])).rejects.toThrow(
      /newer version of Koers \(20260102000000_two/,
    );
    expect(await tables()).not.toContain("three");
  });

  it("refuses a migration that was edited after it was applied", async () => {
    await migrate(client, [one]);
    const edited = migration(one.name, `${one.sql} `);
    await expect(migrate(client, [edited, two])).rejects.toThrow(/20260101000000_one was edited/);
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
  });

  it("undoes a migration that fails, keeps the ones before it, and names the line", async () => {
    const bad = migration(
      "20260103000000_bad",
      "create table made (id int);\n-- é 💶\nselect * from nowhere;\n",
    );
    await expect(migrate(client, [one, bad, two])).rejects.toThrow(
      /20260103000000_bad, line 3: relation "nowhere" does not exist/,
    );
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
    expect(await migrate(client, [one, two])).toEqual([two.name]);
  });

  it("refuses to go on after one that failed half-way outside a transaction", async () => {
    const bare = migration(
      "20260103000000_bare",
      "-- no transaction\ncreate index concurrently at_one on one (id);\nselect 1 / 0;\n",
    );
    await expect(migrate(client, [one, bare])).rejects.toThrow(/division by zero/);
    await expect(migrate(client, [one, bare])).rejects.toThrow(/failed half-way/);
  });

  it("runs once when two starts do it at the same time", async () => {
    const other = new Client(database.url);
    await other.connect();
    const done = await Promise.all([migrate(client, [one, two]), migrate(other, [one, two])]);
    await other.end();
    expect(done.flat().sort()).toEqual([one.name, two.name]);
  });

  it("finds nothing left to do on the database the tests run on", async () => {
    const real = new Client(process.env.DATABASE_URL);
    await real.connect();
    const migrations = readMigrations();
    expect(migrations.length).toBeGreaterThan(0);
    expect(await pendingMigrations(real, migrations)).toEqual([]);
    await real.end();
  });
});
