import "server-only";
import type { ImportRow } from "@/lib/domain/import/cells";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { normalName, plainName } from "@/lib/domain/import/names";
import { type Existing, type PlannedRow, planRead } from "@/lib/domain/import/plan";
import type { RowProblem } from "@/lib/domain/import/problems";
import { type ReadRow, readRow } from "@/lib/domain/import/read-row";
import type { DealValues } from "@/lib/domain/import/row-values";
import { refuseClose } from "@/lib/domain/run/expected-close";
import type { Day } from "@/lib/domain/shared/day";
import { mayOwn } from "@/lib/features/runs/may-own";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { changesNothing, dealChanges, passesUnproven } from "./deal-changes";
import { findMembers } from "./known-store";
import { findCompanies, findDeals, findMerged, findNamed, findProducts, unseenOf } from "./lookup-store";
import { byName } from "./people";
import { companyFields, productFields, recordChanges } from "./records";
import type { Found, Judged, Session } from "./session";

/** What is known of the records that a chunk of rows may be about, and of the names in it. */
type Look = {
  readonly find: (identity: string) => Found | undefined;
  readonly reference: (field: string, name: string) => { id: string; name: string } | undefined;
  /** Ids of deals that are not the caller's to see. */
  readonly unseen: ReadonlySet<string>;
  /** The company that another one, of this identity, became part of. */
  readonly merged: (identity: string) => { readonly id: string; readonly name: string } | undefined;
  /** Members who may only look. */
  readonly readers: ReadonlySet<string>;
  /** Who has an e-mail address. */
  readonly emails: ReadonlyMap<string, string>;
};

const identitiesOf = (reads: readonly ReadRow[], prefix: string): string[] => [
  ...new Set(
    reads.flatMap(({ identities }) =>
      identities.flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : [])),
    ),
  ),
];
const namesOf = (reads: readonly ReadRow[], field: string): string[] => [
  ...new Set(
    reads.flatMap(({ references }) =>
      references.flatMap((each) => (each.field === field ? [normalName(each.name)] : [])),
    ),
  ),
];

/** Judges a chunk: what each row would do to what is there now. The same for the dry run and for the import itself. */
export async function judge(
  tx: Tx,
  ctx: Ctx,
  session: Session,
  rows: readonly ImportRow[],
): Promise<Judged[]> {
  const { mapping } = session.plan;
  const reads = rows.map((row) => readRow(mapping, row, ctx.today));
  const look = await lookUp(tx, ctx, session, reads);
  const seen = new Map<string, number>();
  const claimed = new Set<string>();
  return reads.map((read, at): Judged => {
    const found = (identity: string): Found | undefined => {
      const record = look.find(identity);
      return record && !claimed.has(record.now.id) && session.claimed.get(record.now.id) === undefined
        ? record
        : undefined;
    };
    const planned = planRead(read, {
      existing: (identity) => existingOf(found(identity), read),
      seen: (identity) => session.seen.get(identity) ?? seen.get(identity),
      reference: look.reference,
      today: ctx.today,
    });
    const row = rows[at] ?? { number: read.number, values: [] };
    const record = planned.id
      ? (planned.identities.map(found).find((each) => each?.now.id === planned.id) ?? null)
      : null;
    const plan = settled(
      stageNoted(asItSays(planned, record, look, mapping, row), record, mapping, row),
      record,
      look,
      (identity) => session.seen.get(identity) ?? seen.get(identity),
      (values, notes) => closeProblem(record, values, notes, mapping, ctx.today),
    );
    if (plan.action !== "reject") {
      for (const identity of plan.identities) seen.set(identity, plan.number);
      if (plan.id) claimed.add(plan.id);
    }
    return { row, plan, found: plan.action === "reject" ? null : record };
  });
}

function existingOf(found: Found | undefined, read: ReadRow): Existing | undefined {
  if (!found) return undefined;
  const { id, externalId, fingerprint } = found.now;
  // A deal without an id of its own is known by its whole content: found is the same.
  const whole = found.kind === "deals" && fingerprint !== null && read.identities.includes(fingerprint);
  return { id, externalId, fingerprint: whole ? read.fingerprint : fingerprint };
}

/**
 * A row about a deal that is there is read by that deal's own names: the stage of its version that is called so, and the
 * owner, company or product it has, where several go by one name. An answer that somebody gave stands above that.
 */
function asItSays(
  plan: PlannedRow,
  record: Found | null,
  look: Look,
  { columns }: ImportMapping,
  row: ImportRow,
): PlannedRow {
  if (record?.kind !== "deals" || plan.values.kind !== "deals") return plan;
  const { now } = record;
  const { values } = plan;
  const own = (field: "owner" | "company" | "product") => {
    const given = values[field];
    const name = now.names[field];
    if (!given || name === null || normalName(given.name) !== normalName(name)) return given;
    const byName = look.reference(field, given.name)?.id ?? null;
    return given.id === byName ? { ...given, id: now[field] } : given;
  };
  const column = columns.find(({ target }) => target.kind === "field" && target.field === "stage");
  const written = plainName((column && row.values[column.index]) ?? "");
  const stageKey = (written && values.stageKey !== null && now.stageNames[written]) || values.stageKey;
  return {
    ...plan,
    values: { ...values, stageKey, owner: own("owner"), company: own("company"), product: own("product") },
  };
}

/** Says so when a row names a stage that the deal's own version lacks. */
function stageNoted(
  plan: PlannedRow,
  record: Found | null,
  { columns }: ImportMapping,
  row: ImportRow,
): PlannedRow {
  if (record?.kind !== "deals" || plan.values.kind !== "deals") return plan;
  const { elsewhere } = dealChanges(record.now, plan.values);
  if (elsewhere === null) return plan;
  const column = columns.find(({ target }) => target.kind === "field" && target.field === "stage");
  const value = (column && row.values[column.index]?.trim()) || elsewhere;
  const note = { column: null, code: "stage-elsewhere", params: { field: "stage", value } } as const;
  return { ...plan, notes: [...plan.notes, note] };
}

/**
 * An update that changes nothing is none, two people cannot share an address, and a deal is changed by a file only as far as it
 * is by hand: not one that the caller does not see, and without a reason not past criteria that the process wants one for,
 * no open one for who may only look, and none to a day of closing that cannot be (`wrongClose`).
 */
function settled(
  plan: PlannedRow,
  record: Found | null,
  { emails, unseen, readers, merged }: Look,
  seen: (identity: string) => number | undefined,
  wrongClose: (values: DealValues, notes: PlannedRow["notes"]) => RowProblem | null,
): PlannedRow {
  if (plan.action === "reject") return plan;
  const { values } = plan;
  const whole = values.kind === "companies" && plan.action === "create" ? mergedOf(plan, merged) : undefined;
  if (whole) {
    const note = {
      column: null,
      code: "part-of-another",
      params: { field: "company", value: whole.name },
    } as const;
    return { ...plan, action: "same", notes: [...plan.notes, note] };
  }
  const reject = (code: RowProblem["code"], value: string): PlannedRow => {
    const problem = { column: null, code, params: { value } };
    return { ...plan, action: "reject", id: null, problems: [problem] };
  };
  if (values.kind === "people" && values.email) {
    const owner = emails.get(values.email);
    const other = seen(`email:${values.email}`);
    if ((owner && owner !== plan.id) || other !== undefined) return reject("email-taken", values.email);
  }
  if (values.kind === "deals") {
    if (record && unseen.has(record.now.id)) return reject("not-seen", values.externalId ?? "");
    const { owner } = values;
    const given = owner?.id && !(record?.kind === "deals" && record.now.owner === owner.id) ? owner.id : null;
    if (values.outcome === null && given && readers.has(given))
      return reject("owner-reads-only", owner?.name ?? "");
    if (record?.kind === "deals" && passesUnproven(record.now, dealChanges(record.now, values)))
      return reject("exit-needs-reason", values.stageKey ?? values.outcome ?? "");
    const wrong = wrongClose(values, plan.notes);
    if (wrong) return { ...plan, action: "reject", id: null, problems: [wrong] };
  }
  return plan.action === "update" && record && !changes(record, values) ? { ...plan, action: "same" } : plan;
}

/**
 * Why a deal that is there cannot be expected to close on the day that its row says: as in an edit, seen from the day the deal
 * itself began, also where the row dates no beginning. A day that it has already is no change.
 */
function closeProblem(
  record: Found | null,
  { expectedClose }: DealValues,
  notes: PlannedRow["notes"],
  { columns }: ImportMapping,
  today: Day,
): RowProblem | null {
  if (record?.kind !== "deals") return null;
  const left = notes.find(({ code }) => code === "close-before-opened" || code === "close-too-far");
  const day = left ? String(left.params.date) : expectedClose;
  const refused =
    day === null || day === record.now.expectedClose ? null : refuseClose(day, record.now.openedOn, today);
  if (refused?.code !== "close-before-opened" && refused?.code !== "close-too-far") return null;
  const at = (name: string) =>
    columns.find(({ target }) => target.kind === "field" && target.field === name)?.index;
  return {
    column: left?.column ?? at("expectedClose") ?? at("closedOn") ?? null,
    code: refused.code,
    params: { ...refused.params } as RowProblem["params"],
  };
}

/** What a row that nothing of its own answers to is part of: what was chosen when that was merged stays as it is. */
const mergedOf = ({ identities }: PlannedRow, merged: Look["merged"]) =>
  identities.map(merged).find((each) => each !== undefined);

function changes(record: Found, values: PlannedRow["values"]): boolean {
  if (record.kind === "deals" && values.kind === "deals")
    return !changesNothing(dealChanges(record.now, values), record.now, values);
  if (record.kind === "companies" && values.kind === "companies")
    return recordChanges(record.now, companyFields(values), values.attributes) !== null;
  if (record.kind === "products" && values.kind === "products")
    return recordChanges(record.now, productFields(values), values.attributes) !== null;
  return true;
}

const NOBODY = {
  reference: () => undefined,
  unseen: new Set<string>(),
  readers: new Set<string>(),
  merged: () => undefined,
  emails: new Map<string, string>(),
} as const;

const mergedBy = (rows: Awaited<ReturnType<typeof findMerged>>): Look["merged"] => {
  const by = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    by.set(`name:${row.normalName}`, row);
    if (row.externalId) by.set(`id:${row.externalId}`, row);
  }
  return (identity) => by.get(identity);
};

async function lookUp(tx: Tx, ctx: Ctx, session: Session, reads: readonly ReadRow[]): Promise<Look> {
  const { kind } = session.plan.mapping;
  const wanted = { externalIds: identitiesOf(reads, "id:"), names: identitiesOf(reads, "name:") };
  if (kind === "companies" || kind === "products") {
    const rows: Found[] =
      kind === "companies"
        ? (await findCompanies(tx, ctx, wanted)).map((now) => ({ kind, now }))
        : (await findProducts(tx, ctx, wanted)).map((now) => ({ kind, now }));
    const merged = kind === "companies" ? await findMerged(tx, ctx, wanted) : [];
    return { ...NOBODY, find: finder(rows), merged: mergedBy(merged) };
  }
  const members = await findMembers(tx, ctx);
  const people = byName(members);
  if (kind === "people") {
    return {
      ...NOBODY,
      find: finder(members.map((now): Found => ({ kind, now }))),
      reference: (_, name) => people.get(normalName(name)),
      emails: new Map(members.flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id]] : []))),
    };
  }
  const rows = identitiesOf(reads, "row:").map((each) => `row:${each}`);
  const deals = await findDeals(tx, ctx, wanted.externalIds, rows);
  const companies = await findNamed(tx, ctx, "company", namesOf(reads, "company"));
  const products = await findNamed(tx, ctx, "product", namesOf(reads, "product"));
  const lists: Record<string, ReadonlyMap<string, { id: string; name: string }>> = {
    company: companies,
    product: products,
    owner: people,
  };
  return {
    ...NOBODY,
    find: finder(deals.map((now): Found => ({ kind, now }))),
    reference: (field, name) => lists[field]?.get(normalName(name)),
    unseen: await unseenOf(tx, ctx, session.eyes, deals),
    readers: new Set(members.filter(({ role }) => !mayOwn(role)).map(({ id }) => id)),
  };
}

/** Records by every identity they may be found under; of two with one identity the first counts. */
function finder(found: readonly Found[]): Look["find"] {
  const by = new Map<string, Found>();
  const put = (key: string | null, each: Found) => {
    if (key !== null && !by.has(key)) by.set(key, each);
  };
  for (const each of found) {
    const { externalId, fingerprint } = each.now;
    put(externalId && `id:${externalId}`, each);
    if (each.kind === "deals" && !externalId) put(`id:${each.now.id}`, each);
    if (each.kind === "deals") put(fingerprint?.startsWith("row:") ? fingerprint : null, each);
    else put(`name:${normalName(each.now.name)}`, each);
    if (each.kind === "people") put(each.now.email && `email:${each.now.email.toLowerCase()}`, each);
  }
  return (identity) => by.get(identity);
}
