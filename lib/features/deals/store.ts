import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { Ctx } from "@/lib/platform/context";
import type { Statement } from "@/lib/platform/db/batch";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

/** Who owns a deal; null when there is no such deal here. Deleted deals count: restoring needs their owner. */
export async function ownerOf(tx: Tx, orgId: string, id: string): Promise<{ ownerId: string } | null> {
  return tx.run.findUnique({ where: { orgId_id: { orgId, id }, kind: "deal" }, select: { ownerId: true } });
}

/**
 * The version that new deals of a process start on: the published one, or null also when the process is archived. Holds up
 * whoever archives it until this transaction is over, and the other way round.
 */
export async function currentVersion(
  tx: Tx,
  orgId: string,
  processId: string,
): Promise<{ id: string; number: number | null } | null> {
  const [row] = await tx.$queryRaw<{ id: string; number: number | null }[]>`
    select v.id, v.number from process p join process_version v on v.org_id = p.org_id and v.process_id = p.id
    where p.org_id = ${orgId}::uuid and p.id = ${processId}::uuid and p.archived_at is null and v.status = 'published'
    order by v.number desc limit 1 for key share of p`;
  return row ?? null;
}

/** A company or a person as it is: what it became part of, and whether it lies in the trash. */
type Found = { readonly id: string; readonly into: string | null; readonly gone: boolean };

/** What opening a deal stands on: each null when there is none, and whether its owner may own it. */
export type OpeningGround = {
  readonly versionId: string | null;
  readonly ownerIsActive: boolean;
  readonly company: Found | null;
  readonly contact: Found | null;
};

const found = (table: "company" | "contact", id: string): string => `(
  select json_build_object('id', f.id, 'into', f.merged_into_id, 'gone', f.deleted_at is not null)
  from ${table} f where f.org_id = app.org_id() and f.id = ${id} for key share)`;
const OF_NAME = `(
  select id from company where org_id = app.org_id() and normal_name = $3 and deleted_at is null order by created_at limit 1)`;

type Ground = {
  processId: string;
  ownerId?: string | undefined;
  companyId: string | null;
  companyName?: string | undefined;
  contactId: string | null;
};

/**
 * All of `OpeningGround` in one statement: as `currentVersion`, `refuseOwner`, the first half of `companyFor` and the first
 * step of `referable`, with what those hold up. Only what is asked for stands in the text: of a value that may be null
 * Postgres makes a plan anew every time, and that takes longer than the statement.
 */
export function openingGround({ processId, ownerId, companyId, companyName, contactId }: Ground): Statement {
  const named = companyId === null && companyName !== undefined;
  const company = named ? normalName(companyName) : companyId;
  const asked = [named ? "-named" : company !== null && "-company", contactId !== null && "-contact"];
  return {
    name: `opening-ground${asked.filter(Boolean).join("")}`,
    text: `select json_build_object(
      'versionId', (select v.id from process p join process_version v on v.org_id = p.org_id and v.process_id = p.id
        where p.org_id = app.org_id() and p.id = $1 and p.archived_at is null and v.status = 'published'
        order by v.number desc limit 1 for key share of p),
      'ownerIsActive', exists (select from membership where org_id = app.org_id() and status = 'active'
        and id = coalesce($2::uuid, current_setting('app.member_id')::uuid)),
      'company', ${company === null ? "null" : found("company", named ? OF_NAME : "$3")},
      'contact', ${contactId === null ? "null" : found("contact", company === null ? "$3" : "$4")})`,
    values: [processId, ownerId ?? null, ...[company, contactId].filter((value) => value !== null)],
  };
}

/** Whether the process of a deal is archived: no deal may come back on it then. Holds up whoever archives it meanwhile. */
export async function onArchived(tx: Tx, orgId: string, runId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ archived: boolean }[]>`
    select p.archived_at is not null as archived from run r join process p on p.org_id = r.org_id and p.id = r.process_id
    where r.org_id = ${orgId}::uuid and r.id = ${runId}::uuid for key share of p`;
  return row?.archived ?? false;
}

/** The company of that name, made when there is none yet. */
export async function companyFor(tx: Tx, ctx: Ctx, name: string): Promise<string> {
  const normal = normalName(name);
  const known = await tx.company.findFirst({
    where: { orgId: ctx.org.id, normalName: normal, deletedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (known) return known.id;
  const merged = await survivorNamed(tx, ctx, normal);
  if (merged) return merged;
  const id = newId();
  await tx.company.create({ data: { orgId: ctx.org.id, id, name, normalName: normal, createdAt: ctx.now } });
  return id;
}

/** The company that one of this name became part of, over all merges in between; null when there is none. */
async function survivorNamed(tx: Tx, ctx: Ctx, normal: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive part (id, into_id, deleted) as (
      select id, merged_into_id, deleted_at from company
      where org_id = ${ctx.org.id}::uuid and normal_name = ${normal} and merged_into_id is not null
      union
      select c.id, c.merged_into_id, c.deleted_at
      from part p join company c on c.org_id = ${ctx.org.id}::uuid and c.id = p.into_id
    )
    select id from part where into_id is null and deleted is null limit 1`;
  return rows[0]?.id ?? null;
}
