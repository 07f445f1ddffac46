import { Client } from "pg";
import { expect, it } from "vitest";
import { migrate, readMigrations } from "@/lib/cli/migrate.mjs";
import { besideDatabase } from "@/lib/cli/test-database.mjs";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import { newId } from "@/lib/platform/id";
import { DOCUMENT } from "../support/process";

const NAME = "20261129050000_process_format_2";

/** The document and its compiled form as format 1 kept them. */
function formatOne() {
  const text = JSON.stringify({ document: DOCUMENT, compiled: compile(DOCUMENT) }, (key, value) => {
    const added = [
      "timing",
      "stepWindow",
      "entries",
      "objective",
      "buyerAction",
      "desiredResult",
      "supporting",
    ];
    if ([...added, "serves", "conditions", "repeatable", "resources"].includes(key)) return undefined;
    return key === "formatVersion" ? 1 : value;
  });
  return JSON.parse(text) as { document: object; compiled: object };
}

it("published and drafted processes of format 1 are the same processes in format 2", async () => {
  const database = await besideDatabase(process.env.DATABASE_URL ?? "", "format_2");
  const client = new Client(database.url);
  await client.connect();
  try {
    const all = readMigrations();
    await migrate(
      client,
      all.filter(({ name }) => name < NAME),
    );
    const [orgId, processId, published, draft, empty] = [newId(), newId(), newId(), newId(), newId()];
    const { document, compiled } = formatOne();
    await client.query("insert into organization (id, slug, name) values ($1, 'old', 'Old')", [orgId]);
    await client.query("select set_config('app.org_id', $1, false)", [orgId]);
    await client.query(
      "insert into process (org_id, id, name, category, style) values ($1, $2, '{}', 'opportunity', 'consultative')",
      [orgId, processId],
    );
    const insert = (id: string, status: string, number: number | null, doc: object, form: object | null) =>
      client.query(
        `insert into process_version (org_id, id, process_id, status, number, document, compiled, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $5::int is null then null else now() end)`,
        [orgId, id, processId, status, number, doc, form],
      );
    await insert(published, "published", 1, document, compiled);
    await insert(draft, "draft", null, document, null);
    await insert(
      empty,
      "retired",
      2,
      { formatVersion: 1, stages: [] },
      {
        ...compile({ ...DOCUMENT, stages: [] }),
        formatVersion: 1,
      },
    );
    await migrate(client, all);
    const { rows } = await client.query("select id, document, compiled from process_version");
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(byId.get(published)).toMatchObject({ document: DOCUMENT, compiled: compile(DOCUMENT) });
    expect(byId.get(draft)).toMatchObject({ document: DOCUMENT, compiled: null });
    expect(byId.get(empty)).toMatchObject({
      document: { formatVersion: 2, timing: NO_TIMING, stages: [] },
      compiled: compile({ ...DOCUMENT, stages: [] }),
    });
    await expect(
      client.query("update process_version set document = '{}' where id = $1", [published]),
    ).rejects.toThrow(/never changes/);
  } finally {
    await client.end();
    await database.drop();
  }
});
