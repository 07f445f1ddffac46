import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import type { RunState } from "@/lib/domain/run/state";
import type { LocalText } from "@/lib/domain/shared/text";
import { readTexts } from "@/lib/features/inbox/commands";
import { heldGroups } from "@/lib/features/runs/step-owner";
import type { Tx } from "@/lib/platform/db/tenant";
import type { DealView } from "./view";

/** What the deal page needs besides the events; null when there is no such deal. */
export async function dealRow(tx: Tx, orgId: string, id: string) {
  const [row] = await tx.$queryRaw<
    {
      version: number;
      process_id: string;
      name: LocalText;
      number: number | null;
      status: string;
      imported: boolean;
    }[]
  >`
    select r.version, r.process_id, p.name, v.number, v.status, d.import_id is not null as imported
    from run r
    join deal d on d.org_id = r.org_id and d.id = r.id
    join process p on p.org_id = r.org_id and p.id = r.process_id
    join process_version v on v.org_id = r.org_id and v.id = r.version_id
    where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid and r.kind = 'deal'`;
  if (!row) return null;
  const { version, process_id: processId, name, number, status, imported } = row;
  return {
    version,
    processId,
    process: { id: processId, name },
    versionNumber: number,
    asFound: status === "as-found",
    imported,
  };
}

const ACTIVITIES = 100;

/** The latest activities of a deal, newest first. */
export async function activitiesOf(tx: Tx, orgId: string, runId: string): Promise<DealView["activities"]> {
  const rows = await tx.activity.findMany({
    where: { orgId, runId },
    orderBy: [{ occurredOn: "desc" }, { recordedAt: "desc" }],
    take: ACTIVITIES,
  });
  const members = await memberNames(
    tx,
    orgId,
    rows.map(({ actorId }) => actorId),
  );
  const reads = await readTexts(
    tx,
    orgId,
    rows.map(({ note }) => note),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    note: reads(row.note),
    twoWay: row.twoWay,
    on: row.occurredOn.toISOString().slice(0, 10),
    at: row.occurredAt?.toISOString() ?? null,
    recordedAt: row.recordedAt.toISOString(),
    by: members.get(row.actorId) ?? "",
    stepKey: row.stepKey,
  }));
}

async function memberNames(tx: Tx, orgId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { orgId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const idOf = (value: unknown): string[] => (typeof value === "string" && value ? [value] : []);
const REFERENCES = ["company", "contact", "product", "owner"] as const;

/** The names of everything a deal's fields and history point at. */
export async function namesFor(tx: Tx, orgId: string, state: RunState, events: readonly RunEvent[]) {
  const mentioned = (field: (typeof REFERENCES)[number]) => [
    ...idOf(state.fields[field]),
    ...events.flatMap((e) =>
      e.type === "field.changed" && e.field === field ? [...idOf(e.from), ...idOf(e.to)] : [],
    ),
  ];
  const by = (ids: string[]) => ({
    where: { orgId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const companies = await tx.company.findMany(by(mentioned("company")));
  const contacts = await tx.contact.findMany(by(mentioned("contact")));
  const products = await tx.product.findMany(by(mentioned("product")));
  const actors = events.flatMap(({ actorId }) => idOf(actorId));
  const members = await memberNames(tx, orgId, [...mentioned("owner"), ...actors]);
  const roles = await tx.commercialRole.findMany({
    where: { orgId },
    select: { id: true, name: true },
    take: 200,
  });
  const departments = await tx.department.findMany({
    where: { orgId },
    select: { id: true, name: true },
    take: 200,
  });
  const all = new Map([...companies, ...contacts, ...products].map(({ id, name }) => [id, name]));
  for (const [id, name] of members) all.set(id, name);
  const find = (rows: { id: string; name: string }[], value: unknown) =>
    rows.find(({ id }) => id === value) ?? null;
  const ownerId = String(state.fields.owner ?? "");
  const owner = await tx.membership.findUnique({
    where: { orgId_id: { orgId, id: ownerId } },
    select: { commercialRoleId: true },
  });
  return {
    company: find(companies, state.fields.company),
    contact: find(contacts, state.fields.contact),
    product: find(products, state.fields.product),
    owner: { id: ownerId, name: members.get(ownerId) ?? "" },
    ownerRoleId: owner?.commercialRoleId ?? null,
    held: await heldGroups(tx, orgId),
    members,
    roles: new Map(roles.map(({ id, name }) => [id, name as LocalText])),
    departments: new Map(departments.map(({ id, name }) => [id, name as LocalText])),
    /** An event's particulars with names in place of ids, as the history shows them. */
    readable: (payload: Record<string, unknown>): Record<string, unknown> =>
      REFERENCES.includes(payload.field as (typeof REFERENCES)[number])
        ? { ...payload, from: all.get(String(payload.from)) ?? null, to: all.get(String(payload.to)) ?? null }
        : payload,
  };
}
