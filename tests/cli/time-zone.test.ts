import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareDatabase } from "@/lib/cli/database.mjs";
import { installationSecret } from "@/lib/cli/secret.mjs";
import { besideDatabase } from "@/lib/cli/test-database.mjs";
import { PrismaClient } from "@/lib/platform/db/generated/client";

let database: Awaited<ReturnType<typeof besideDatabase>>;

/** Runs one statement on a connection of its own, which has the settings of that moment. */
async function ask(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(database.url);
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

/** A moment as the program reads it. */
async function readMoment(): Promise<string | undefined> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
  const [row] = await prisma.$queryRaw<{ at: Date }[]>`select timestamptz '2026-07-01 12:00:00Z' as at`;
  await prisma.$disconnect();
  return row?.at.toISOString();
}

beforeAll(async () => {
  database = await besideDatabase(process.env.DATABASE_URL ?? "", "zone");
  await ask(`alter database ${new URL(database.url).pathname.slice(1)} set timezone = 'Pacific/Auckland'`);
});
afterAll(() => database.drop());

it("reads moments as they are, wherever the machine of the database stands", async () => {
  expect(await readMoment()).toBe("2026-07-02T00:00:00.000Z"); // the adapter's fault, which is why it matters
  await prepareDatabase(database.url, { secret: installationSecret(), embedded: false });
  expect(await ask("show timezone")).toEqual([{ TimeZone: "UTC" }]);
  expect(await readMoment()).toBe("2026-07-01T12:00:00.000Z");
});
