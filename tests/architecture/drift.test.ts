import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSchema, schemaSql } from "@/lib/cli/schema-sql.mjs";
import { besideDatabase } from "@/lib/cli/test-database.mjs";
import { drift } from "./drift";

let beside: Awaited<ReturnType<typeof besideDatabase>>;
let migrated: Client;
let described: Client;
beforeAll(async () => {
  beside = await besideDatabase(process.env.DATABASE_URL ?? "", "drift");
  migrated = new Client(process.env.DATABASE_URL);
  described = new Client(beside.url);
  await Promise.all([migrated.connect(), described.connect()]);
  await described.query(await schemaSql());
});
afterAll(async () => {
  await Promise.all([migrated.end(), described.end()]);
  await beside.drop();
});

/** The drift when the described database is changed by `sql`, which then never happened. */
async function driftWith(sql: string): Promise<string[]> {
  await described.query("begin");
  await described.query(sql);
  return drift(migrated, described).finally(() => described.query("rollback"));
}

describe("the Prisma schema", () => {
  it("describes the database that the migrations make", async () => {
    expect(await drift(migrated, described)).toEqual([]);
  });

  it.each([
    ["alter table deal drop column segment", ["column only in the migrations: deal.segment text"]],
    ["alter table team add column planted int", ["column only in schema.prisma: team.planted integer"]],
    [
      "alter table team alter name type varchar(80)",
      [
        "column only in schema.prisma: team.name character varying(80) not null",
        "column only in the migrations: team.name text not null",
      ],
    ],
    [
      "alter table run alter title drop not null",
      [
        "column only in schema.prisma: run.title text",
        "column only in the migrations: run.title text not null",
      ],
    ],
    [
      "alter table run alter seq drop default",
      [
        "column only in schema.prisma: run.seq integer not null",
        "column only in the migrations: run.seq integer not null default 0",
      ],
    ],
    [
      "alter table event drop constraint event_pkey; alter table event add primary key (org_id, seq)",
      [
        "primary key only in schema.prisma: event PRIMARY KEY (org_id, seq)",
        "primary key only in the migrations: event PRIMARY KEY (org_id, run_id, seq)",
        "index only in schema.prisma: CREATE UNIQUE INDEX event_pkey ON public.event USING btree (org_id, seq)",
      ],
    ],
    [
      "create unique index planted on team (org_id, created_at)",
      [
        "index only in schema.prisma: CREATE UNIQUE INDEX planted ON public.team USING btree (org_id, created_at)",
      ],
    ],
    [
      "alter table run add foreign key (org_id, owner_id) references membership (org_id, id) on delete cascade",
      [
        "foreign key only in schema.prisma: run FOREIGN KEY (org_id, owner_id) REFERENCES membership(org_id, id) ON DELETE CASCADE",
      ],
    ],
  ])("is told apart by: %s", async (sql, differences) => {
    expect(await driftWith(sql)).toEqual(differences);
  });

  it("is read whole, and never stands for an empty one", async () => {
    expect(readSchema().length).toBeGreaterThan(6);
    await expect(schemaSql([])).rejects.toThrow(/no .prisma file/);
  });
});
