import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/cli/migrate.mjs";
import { besideDatabase } from "@/lib/cli/test-database.mjs";
import { breaches, LAW_NAMES, type LawBreach } from "./schema-law";
import { PLANTS } from "./schema-law-plants";

// Breaches lock tables, so they are planted in a database that no other test is using.
let database: Awaited<ReturnType<typeof besideDatabase>>;
let owner: Client;
beforeAll(async () => {
  database = await besideDatabase(process.env.DATABASE_URL ?? "", "law");
  owner = new Client(database.url);
  await owner.connect();
  await migrate(owner);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The breaches that `sql` brings, in a transaction that never happened. */
async function breachesWith(sql: string): Promise<LawBreach[]> {
  await owner.query("begin");
  try {
    await owner.query(sql);
    return await breaches(owner);
  } finally {
    await owner.query("rollback");
  }
}

const column = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

describe("the schema law", () => {
  it("holds in the database that the migrations make", async () => {
    expect(await breaches(owner)).toEqual([]);
  });

  it("holds in the database of this run of tests", async () => {
    const used = new Client(process.env.DATABASE_URL);
    await used.connect();
    expect(await breaches(used).finally(() => used.end())).toEqual([]);
  });

  it("looks at every table there is", async () => {
    const tables = await column("select tablename as name from pg_tables where schemaname = 'public'");
    expect(tables.length).toBeGreaterThan(30);
  });

  it.each(PLANTS)("names a breach: %s: %s", async (law, sql, what) => {
    const named = (await breachesWith(sql)).filter((breach) => breach.law === law);
    expect(named.map((breach) => breach.what.slice(0, what.length))).toContain(what);
  });

  it("has a planted breach of each law", () => {
    const planted = new Set(PLANTS.map(([law]) => law));
    expect(LAW_NAMES.filter((law) => !planted.has(law))).toEqual([]);
  });

  it("notices each policy and each foreign key that is taken away", async () => {
    const tables = await column(
      "select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1",
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) {
      const found = await breachesWith(`drop policy organisation on ${table}`);
      expect(
        found.map(({ what }) => what),
        table,
      ).toContain(table);
    }
    const keys =
      await column(`select conrelid::regclass || ' drop constraint ' || conname as name from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and cardinality(conkey) > 1`);
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) expect(await breachesWith(`alter table ${key}`), key).not.toEqual([]);
  });
});
