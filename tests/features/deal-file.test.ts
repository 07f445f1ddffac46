import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "@/lib/domain/shared/text";
import { createCompany, createContact } from "@/lib/features/companies/commands";
import { closeDeal, createDeal, deleteDeal, moveDeal } from "@/lib/features/deals/commands";
import { dealsFile } from "@/lib/features/deals/file";
import type { DealIds } from "@/lib/features/deals/input";
import { dealsForFile, dealsList } from "@/lib/features/deals/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld, type Person } from "@/tests/support/world";
import { Importing } from "./imports-support";

let world: OrgWorld;
let processId: string;
let orders: string;
const ids: string[] = [];

async function run<O>(verb: unknown, input: unknown): Promise<O> {
  const result = await execute(verb as Command, world.owner.caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${(verb as Command).name}: ${JSON.stringify(result.refusal)}`);
  return result.value as O;
}

/** What another file brought along with a deal: names that a spreadsheet would run, or that a column of ours resembles. */
const BROUGHT = ["+Bron", "Close date", "Vrij veld"];

/** The file of a filter, as its reader gets it. */
async function fileOf(filter: DealIds, locale: Locale, by: Person = world.owner): Promise<string> {
  const file = await dealsFile(by.caller, filter, locale, NOW);
  if ("code" in file) throw new Error(file.code);
  const parts: Uint8Array[] = [];
  for await (const part of file.body) parts.push(part);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(parts));
}

async function deal(more: object, process = processId): Promise<string> {
  const id = newId();
  const base = { id, processId: process, title: `Deal ${ids.length}`, ownerId: world.rep.id };
  await run(createDeal, { ...base, ...more });
  ids.push(id);
  return id;
}

beforeAll(async () => {
  world = await newWorld("File");
  processId = (await publishedProcess(world.org.id)).id;
  // Its first stage is called like an outcome, and its second like the first of the other process.
  const named = (name: string) => ({ en: name, nl: name });
  const [first, second, third] = DOCUMENT.stages;
  if (!first || !second || !third) throw new Error("the document has three stages");
  const document = {
    ...DOCUMENT,
    stages: [{ ...first, name: named("Order") }, { ...second, name: named("first") }, third],
  };
  orders = (await publishedProcess(world.org.id, { document })).id;

  const twins = [newId(), newId()];
  for (const id of twins) await run(createCompany, { id, name: "Twin B.V." });
  const gone = newId();
  await run(createCompany, { id: gone, name: "@gone" });
  // Two people of one name: a file only has the name. And one more who sells, until they leave.
  const made = (id: string, data: object) =>
    withNewTenant(world.org.id, (tx) =>
      tx.membership.update({ where: { orgId_id: { orgId: world.org.id, id } }, data }),
    );
  await made(world.otherRep.id, { name: "Rosa Rep" });
  await made(world.viewer.id, { role: "rep" });
  await deal({ title: "=SUM(A1:A9)", companyName: "-cmd|' /C calc'!A0" });
  await deal({ title: "'=already", companyId: twins[0] });
  await deal({ title: 'Says "no"; then, yes', companyId: twins[1], ownerId: world.otherRep.id });
  await deal({ title: "🚀 مرحبا\u2028<script>", amount: { minor: -125_050, currency: "EUR" } });
  await deal({ title: "n.v.t.", amount: { minor: 1_234_567, currency: "KWD" }, segment: "+Large" });
  await deal({ title: "Yen", amount: { minor: 5_000, currency: "JPY" }, expectedClose: "2027-02-01" });
  await deal({ title: "Of who left", ownerId: world.viewer.id, amount: { minor: 0, currency: "EUR" } });
  await deal({ title: "In the trash", companyId: gone });
  await deal({ title: "An order" }, orders);
  const walked = await deal({ title: "Called like another" }, orders);
  await run(moveDeal, { id: walked, version: 1, to: "second" });
  for (const outcome of ["won", "lost", "no-decision", "disqualified"] as const) {
    const id = await deal({ title: outcome, amount: { minor: 99_999, currency: "USD" } });
    const reason = outcome === "won" ? null : "price";
    await run(closeDeal, { id, version: 1, outcome, reason, note: "x".repeat(900) });
  }
  const person = newId();
  await run(createContact, { id: person, name: "=Eva" });
  const brought = await deal({ title: "Brought along", contactId: person });
  const said = Object.fromEntries(BROUGHT.map((name) => [name, `=${name}`]));
  await withNewTenant(world.org.id, (tx) =>
    tx.deal.updateMany({ where: { id: brought }, data: { attributes: { ...said, Stage: "Elsewhere" } } }),
  );
  const thrown = await deal({ title: "Thrown away" });
  await run(deleteDeal, { id: thrown, version: 1 });
  // A deal keeps an owner who left, and a company that lies in the trash.
  const orgId = world.org.id;
  await withNewTenant(orgId, async (tx) => {
    await tx.company.update({ where: { orgId_id: { orgId, id: gone } }, data: { deletedAt: NOW } });
    await tx.membership.update({
      where: { orgId_id: { orgId, id: world.viewer.id } },
      data: { status: "removed", removedAt: NOW },
    });
  });
}, 60_000);
afterAll(closePools);

/** Sets whose deals people see. */
const reach = (visibility: object) =>
  withNewTenant(world.org.id, (tx) =>
    tx.organization.update({ where: { id: world.org.id }, data: { visibility } }),
  );

describe("the file of a list", () => {
  it.each(["en", "nl"] as const)("comes back by an import without a change, in %s", async (locale) => {
    const importing = await Importing.read(world, "deals", await fileOf({ status: "all" }, locale));
    const view = await importing.view();
    expect(view.mapping?.questions).toEqual([]);
    // Nothing of it is a column that we do not know, but for what other files brought along; two are only there to be read.
    const targets = view.mapping?.columns.map(({ header, target }) => [header, target] as const) ?? [];
    expect(targets.flatMap(([, target]) => (target.kind === "attribute" ? target.name : []))).toEqual(
      BROUGHT,
    );
    const toRead = locale === "en" ? ["Process", "Contact"] : ["Proces", "Contactpersoon"];
    for (const head of toRead) expect(new Map(targets).get(head)).toEqual({ kind: "ignore" });
    const { counts } = await importing.check();
    expect(counts.check).toMatchObject({ rows: 15, created: 0, updated: 0, same: 15, rejected: 0 });
    const before = await everything();
    const applied = await importing.apply();
    expect(applied.counts.apply).toMatchObject({ created: 0, updated: 0, same: 15, rejected: 0 });
    expect(await everything()).toEqual(before);
  });

  const everything = async () => {
    const result = await read(dealsList, world.owner.caller, { status: "all", limit: 200 }, { now: NOW });
    if (!result.ok) throw new Error(result.refusal.code);
    const people = await withNewTenant(world.org.id, (tx) => tx.membership.count());
    return { people, ...result.value };
  };

  it("says of each deal its process, its person and what other files brought along", async () => {
    const text = await fileOf({ q: "Brought along" }, "en");
    const [head = "", row = ""] = text.trimEnd().split("\r\n");
    expect(head.split(",").slice(-5)).toEqual(["Process", "Contact", "'+Bron", "Close date", "Vrij veld"]);
    expect(row.split(",").slice(-5)).toEqual(["Process", "'=Eva", "'=+Bron", "'=Close date", "'=Vrij veld"]);
    // Deals without any of it have no column for it.
    expect((await fileOf({ outcome: "lost", status: "closed" }, "en")).split("\r\n")[0]).toMatch(/Contact$/);
  });

  it("stands in the order of the stages where that is asked for", async () => {
    const stages = async (sort: "stage" | "-stage") => {
      const filter = { status: "open" as const, sort, limit: 200 };
      const listed = await read(dealsList, world.owner.caller, filter, { now: NOW });
      if (!listed.ok) throw new Error(listed.refusal.code);
      return listed.value.rows.map(({ stageKey }) => stageKey ?? "");
    };
    const order = ["first", "second", "third"];
    const up = await stages("stage");
    expect(up).toEqual(up.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(new Set(up).size).toBeGreaterThan(1);
    expect(await stages("-stage")).toEqual(up.toReversed());
  });

  it("brings a change that was made in it, and that alone", async () => {
    const text = (await fileOf({ status: "all" }, "en")).replace("=SUM(A1:A9)", "=SUM(B1)");
    const importing = await Importing.read(world, "deals", text);
    const { counts } = await importing.check();
    expect(counts.check).toMatchObject({ created: 0, updated: 1, same: 14, rejected: 0 });
  });

  it("is opened by a spreadsheet without anything being run", async () => {
    const text = await fileOf({ status: "all" }, "en");
    expect(text.startsWith("\ufeffID,Title,Company,")).toBe(true);
    expect(text).toContain("'=SUM(A1:A9)");
    expect(text).toContain("'-cmd|");
    expect(text).toContain("'+Large");
    // Amounts are numbers, and stay numbers.
    expect(text).toContain(",-1250.50,EUR,");
    expect(text).toContain(",1234.5670,KWD,");
    expect(await fileOf({ status: "all" }, "nl")).toContain(";-1250,50;EUR;");
  });

  it("holds exactly the filter, in its order", async () => {
    const titles = async (filter: DealIds) =>
      (await fileOf(filter, "en"))
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[1]);
    const closed = await titles({ status: "closed", sort: "deal" });
    expect(closed).toEqual(["disqualified", "lost", "no-decision", "won"]);
    expect(await titles({ outcome: "lost", status: "closed" })).toEqual(["lost"]);
    expect(await titles({ amountTo: -1 })).toEqual(["🚀 مرحبا\u2028<script>"]);
    expect(await titles({ q: "nothing like it" })).toEqual([]);
  });

  it("holds what its reader sees, and no more", async () => {
    await reach({ roles: { rep: "own" } });
    const own = await fileOf({ status: "all" }, "en", world.otherRep);
    expect(own.trimEnd().split("\r\n")).toHaveLength(2);
    expect(own).toContain('Says ""no""; then, yes');
    const asked = await read(dealsForFile, world.otherRep.caller, { ids }, { now: NOW });
    expect(asked.ok && asked.value.length).toBe(1);
    const foreign = await newWorld("Elsewhere");
    const elsewhere = await read(dealsForFile, foreign.owner.caller, { ids }, { now: NOW });
    expect(elsewhere).toMatchObject({ ok: true, value: [] });
    await reach({});
  });
});
