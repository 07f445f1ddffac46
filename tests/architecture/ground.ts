import { expect } from "vitest";
import { VERBS } from "@/lib/features/registry";
import type { Caller } from "@/lib/platform/context";
import { pools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld, type OrgWorld } from "@/tests/support/world";

/** Deals in every state a verb may ask for, all of one owner. */
export type DealIds = {
  deal: string;
  closedDeal: string;
  deletedDeal: string;
  call: string;
  cancelledCall: string;
  deletedCall: string;
  ownComment: string;
  notice: string;
  ownView: string;
};
/** Everything a verb's input may point at, by what it is. Two grounds have the same keys and no id in common. */
export type Ids = DealIds & Record<(typeof NAMES)[number], string>;
const NAMES = [
  "process",
  "version",
  "draft",
  "idleProcess",
  "idleVersion",
  "callProcess",
  "archivedProcess",
  "company",
  "contact",
  "otherContact",
  "competitor",
  "judgement",
  "apartCompany",
  "keptCompany",
  "mergedCompany",
  "merge",
  "apartContact",
  "keptContact",
  "mergedContact",
  "contactMerge",
  "idleCompany",
  "deletedCompany",
  "deletedContact",
  "product",
  "member",
  "manager",
  "placeholder",
  "removedMember",
  "team",
  "role",
  "department",
  "emptyTeam",
  "emptyRole",
  "emptyDepartment",
  "invitation",
  "apiKey",
  "mappedImport",
  "checkedImport",
  "appliedImport",
  "comment",
  "entry",
  "otherEntry",
  "mergedEntry",
  "task",
  "deletedTask",
] as const;

/** For each verb an input that works, by what it may point at. */
export type Samples = Record<string, (ids: Ids) => Record<string, unknown>>;

export type Ground = {
  readonly world: OrgWorld;
  /** In every text of the organisation, so that a leak is seen. */
  readonly mark: string;
  readonly ids: Omit<Ids, keyof DealIds>;
  /** Deals of whoever has this role, and of a second rep. */
  readonly deals: Readonly<Record<"owner" | "manager" | "rep" | "viewer" | "otherRep", DealIds>>;
};

/** Runs a command that must succeed. */
async function must(name: string, caller: Caller, input: unknown): Promise<void> {
  const result = await execute(VERBS.get(name) as Command, caller, input, { now: NOW });
  expect(result, name).toMatchObject({ ok: true });
}

async function makeDeals(
  by: Caller,
  orgId: string,
  ownerId: string,
  processId: string,
  mark: string,
  buyer: { contact: string; competitor: string; callProcess: string },
): Promise<DealIds> {
  const deals = { deal: newId(), closedDeal: newId(), deletedDeal: newId() };
  for (const id of Object.values(deals))
    await must("deal.create", by, { id, processId, ownerId, title: `Deal ${mark}`, segment: mark });
  await must("deal.complete-step", by, { id: deals.deal, version: 1, stepKey: "first-b" });
  await must("deal.add-person", by, {
    id: deals.deal,
    contactId: buyer.contact,
    role: "decision-maker",
    note: mark,
  });
  await must("deal.add-competitor", by, {
    id: deals.deal,
    competitorId: buyer.competitor,
    name: `Rival ${mark}`,
  });
  const evidence = { criterionKey: "first-exit", kind: "buyer-confirmed", note: mark };
  await must("deal.give-evidence", by, { id: deals.deal, version: 2, ...evidence });
  await must("deal.waive-step", by, { id: deals.closedDeal, version: 1, stepKey: "second-b" });
  await must("deal.close", by, { id: deals.closedDeal, version: 2, outcome: "won", note: mark });
  await must("deal.delete", by, { id: deals.deletedDeal, version: 1 });
  const calls = { call: newId(), cancelledCall: newId(), deletedCall: newId() };
  const planned = { when: { day: "2026-11-26", minutes: 600 }, goal: mark, ownerId };
  for (const id of Object.values(calls))
    await must("call.plan", by, { id, dealId: deals.deal, processId: buyer.callProcess, ...planned });
  await must("call.cancel", by, { id: calls.cancelledCall, version: 1, reason: "no-show", note: mark });
  await must("call.delete", by, { id: calls.deletedCall, version: 1 });
  const [ownComment, notice, ownView] = [newId(), newId(), newId()];
  await withNewTenant(orgId, async (tx) => {
    await tx.savedView.create({
      data: { orgId, id: ownView, makerId: ownerId, name: mark, query: { view: "list" }, shared: true },
    });
    await tx.notification.create({
      data: { orgId, id: notice, memberId: ownerId, kind: "deal-given", runId: deals.deal },
    });
    await tx.stepComment.create({
      data: {
        orgId,
        id: ownComment,
        processId,
        stepKey: "first-a",
        kind: "comment",
        body: mark,
        authorId: ownerId,
      },
    });
  });
  return { ...deals, ...calls, ownComment, notice, ownView };
}

type ImportIds = { mappedImport: string; checkedImport: string; appliedImport: string };

/** Imports of deals: one whose file was read, one that a dry run found good, one that is in. */
async function makeImports(by: Caller, orgId: string, ids: ImportIds, mark: string): Promise<void> {
  const bytes = new TextEncoder().encode(
    `Deal,Owner,Stage\n${mark},Someone,First\nOther ${mark},Someone,Second\n`,
  );
  const set = (id: string, data: { status: string; bytes?: number }) =>
    withNewTenant(orgId, (tx) => tx.import.update({ where: { orgId_id: { orgId, id } }, data }));
  for (const id of [ids.mappedImport, ids.checkedImport, ids.appliedImport]) {
    await must("import.create", by, { id, kind: "deals", fileName: `${mark}.csv` });
    await withNewTenant(orgId, (tx) =>
      tx.importPart.create({ data: { orgId, importId: id, part: 0, bytes } }),
    );
    await set(id, { status: "uploaded", bytes: bytes.length });
    await must("import.read", by, { id });
  }
  await set(ids.checkedImport, { status: "checked" });
  await set(ids.appliedImport, { status: "applied" });
}

/** An organisation with one of everything. */
export async function newGround(): Promise<Ground> {
  const mark = `mark${newId().slice(-12)}`;
  const world = await newWorld(`World ${mark}`);
  const { org, owner, otherRep, manager } = world;
  // So that its owner may throw it away as well.
  await withNewTenant(org.id, (tx) =>
    tx.organization.update({ where: { id: org.id }, data: { exampleOf: owner.userId } }),
  );
  const process = await publishedProcess(org.id);
  const idle = await publishedProcess(org.id);
  const archived = await publishedProcess(org.id);
  const talk = await publishedProcess(org.id, { category: "call" });
  const made = Object.fromEntries(NAMES.map((name) => [name, newId()])) as Record<
    (typeof NAMES)[number],
    string
  >;
  const ids = {
    ...made,
    process: process.id,
    version: process.versionId,
    idleProcess: idle.id,
    idleVersion: idle.versionId,
    archivedProcess: archived.id,
    callProcess: talk.id,
    member: otherRep.id,
    manager: manager.id,
    team: world.team.id,
    role: world.role.id,
    department: world.department.id,
  };
  const name = { en: mark, nl: mark };
  // A second owner, so that the first may go.
  const userId = newId();
  await pools().auth.user.create({
    data: { id: userId, email: `${userId}@example.test`, name: mark, passwordHash: "none" },
  });
  await withNewTenant(org.id, async (tx) => {
    const orgId = org.id;
    await tx.product.create({ data: { orgId, id: ids.product, name: mark, normalName: mark } });
    await tx.membership.create({
      data: { orgId, id: ids.placeholder, name: mark, role: "rep", status: "placeholder" },
    });
    await tx.membership.create({
      data: { orgId, id: ids.removedMember, name: mark, role: "rep", status: "removed", removedAt: NOW },
    });
    await tx.membership.create({ data: { orgId, id: newId(), userId, name: mark, role: "owner" } });
    await tx.team.create({ data: { orgId, id: ids.emptyTeam, name: mark } });
    await tx.commercialRole.create({ data: { orgId, id: ids.emptyRole, name } });
    await tx.department.create({ data: { orgId, id: ids.emptyDepartment, name } });
    await tx.process.updateMany({ where: { orgId }, data: { name } });
    await tx.currencyRate.create({
      data: { orgId, base: "USD", quote: "EUR", day: new Date("2026-01-01T00:00:00Z"), rate: "0.9" },
    });
  });
  const by = owner.caller;
  await must("company.create", by, { id: ids.company, name: mark });
  await must("contact.create", by, { id: ids.contact, companyId: ids.company, name: mark });
  await must("contact.create", by, { id: ids.otherContact, companyId: ids.company, name: mark });
  await must("company.judge-relationship", by, {
    id: ids.judgement,
    companyId: ids.company,
    level: "preferred-supplier",
    on: "2026-11-20",
    note: mark,
  });
  const more = [ids.idleCompany, ids.deletedCompany, ids.apartCompany, ids.keptCompany, ids.mergedCompany];
  for (const id of more) await must("company.create", by, { id, name: mark });
  await must("company.keep-apart", by, { id: ids.company, otherId: ids.apartCompany });
  await must("company.merge", by, {
    id: ids.mergedCompany,
    version: 1,
    into: ids.keptCompany,
    intoVersion: 1,
    mergeId: ids.merge,
  });
  for (const id of [ids.apartContact, ids.keptContact, ids.mergedContact])
    await must("contact.create", by, { id, name: mark });
  await must("contact.keep-apart", by, { id: ids.otherContact, otherId: ids.apartContact });
  await must("contact.merge", by, {
    id: ids.mergedContact,
    version: 1,
    into: ids.keptContact,
    intoVersion: 1,
    mergeId: ids.contactMerge,
  });
  await must("contact.create", by, { id: ids.deletedContact, name: mark });
  await must("company.delete", by, { id: ids.deletedCompany, version: 1 });
  await must("contact.delete", by, { id: ids.deletedContact, version: 1 });
  await must("process.start-draft", by, { id: ids.draft, processId: ids.process });
  await must("process.archive", by, { processId: ids.archivedProcess });
  await must("member.invite", by, { id: ids.invitation, email: `${mark}@example.test`, role: "rep" });
  await must("api-key.create", by, { id: ids.apiKey, name: mark, role: "viewer" });
  const said = { processId: ids.process, stepKey: "first-a", kind: "suggestion", body: mark };
  await must("comment.write", by, { id: ids.comment, ...said });
  for (const id of [ids.entry, ids.otherEntry, ids.mergedEntry])
    await must("register.add", by, { id, kind: "problem", name: { en: `${mark} ${id}` } });
  await must("register.merge", by, { id: ids.mergedEntry, into: ids.otherEntry });
  for (const id of [ids.task, ids.deletedTask])
    await must("task.add", by, { id, title: mark, companyId: ids.company, note: mark });
  await must("task.delete", by, { id: ids.deletedTask });
  await makeImports(by, org.id, ids, mark);
  const dealsOf = (ownerId: string) => makeDeals(by, org.id, ownerId, ids.process, mark, ids);
  const deals = {
    owner: await dealsOf(owner.id),
    manager: await dealsOf(manager.id),
    rep: await dealsOf(world.rep.id),
    viewer: await asRep(org.id, world.viewer.id, () => dealsOf(world.viewer.id)),
    otherRep: await dealsOf(otherRep.id),
  };
  return { world, mark, ids, deals };
}

/** What one was given before one became a viewer stays one's own. */
async function asRep<T>(orgId: string, id: string, work: () => Promise<T>): Promise<T> {
  const make = (role: string) =>
    withNewTenant(orgId, (tx) =>
      tx.membership.update({ where: { orgId_id: { orgId, id } }, data: { role } }),
    );
  await make("rep");
  const done = await work();
  await make("viewer");
  return done;
}

let everyTable: string | undefined;

/** A fingerprint of every row an organisation has, in every table. */
export async function fingerprint(orgId: string): Promise<string> {
  return withNewTenant(orgId, async (tx) => {
    if (!everyTable) {
      const tables = await tx.$queryRaw<{ name: string }[]>`
        select c.relname as name from pg_class c where c.relrowsecurity and c.relnamespace = 'public'::regnamespace order by 1`;
      const each = tables.map(
        ({ name }) =>
          `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from "${name}" t`,
      );
      // The parts of a union may come in any order, and do once the planner works on several at a time.
      everyTable = `${each.join(" union all ")} order by name`;
    }
    const rows = await tx.$queryRawUnsafe<{ name: string; rows: string }[]>(everyTable);
    if (rows.length < 30) throw new Error(`only ${rows.length} tables were read`);
    return rows.map(({ name, rows }) => `${name} ${rows}`).join("\n");
  });
}
