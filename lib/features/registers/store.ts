import "server-only";
import type { EntryLink } from "@/lib/domain/registers/count";
import type { RegisterEntry, RegisterKind } from "@/lib/domain/registers/types";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Statement } from "@/lib/platform/db/batch";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lockOrganization } from "@/lib/platform/db/lock";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

export type EntryRow = RegisterEntry & { readonly note: string; readonly version: number };

/** Every entry of the organisation, oldest first: merged and archived ones too. */
export async function findEntries(tx: Tx, ctx: Ctx): Promise<EntryRow[]> {
  return rowsOf(tx, { orgId: ctx.org.id });
}

const behind = (ids: readonly string[]) => sql`
  with recursive behind (id, part_of) as (
    select id, merged_into_id from register_entry
    where org_id = (select app.org_id()) and id::text = any (${[...ids]}::text[])
    union
    select e.id, e.merged_into_id from behind b
    join register_entry e on e.org_id = (select app.org_id()) and e.id = b.part_of
  )
  select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'name', e.name, 'note', e.note, 'version', e.version,
    'mergedInto', e.merged_into_id, 'archived', e.archived_at is not null) order by e.created_at, e.id), '[]'::json)::text as entries
  from register_entry e
  where e.org_id = (select app.org_id()) and e.id in (select id from behind)`;

/** The entries with these ids and all that they became part of, oldest first. Asks nothing where there are no ids. */
export async function findEntriesBehind(tx: Tx, ids: readonly string[]): Promise<EntryRow[]> {
  if (ids.length === 0) return [];
  const [row] = await tx.$queryRaw<{ entries: string }[]>(behind(ids));
  return JSON.parse(row?.entries ?? "[]");
}

/** The same as a hot read asks for it: a list of `EntryRow` as JSON. */
export const entriesBehindStatement = (ids: readonly string[]): Statement => ({
  name: "registers.behind",
  text: behind(ids).text,
  // As an array is written in Postgres: sent by itself, it is told by no driver.
  values: [`{${ids.map((id) => JSON.stringify(id)).join(",")}}`],
});

async function rowsOf(tx: Tx, where: Prisma.RegisterEntryWhereInput): Promise<EntryRow[]> {
  const rows = await tx.registerEntry.findMany({
    where,
    select: {
      id: true,
      kind: true,
      name: true,
      note: true,
      mergedIntoId: true,
      version: true,
      archivedAt: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind, name, mergedIntoId, archivedAt, ...row }) => ({
    ...row,
    kind: kind as RegisterKind,
    name: name as LocalText,
    mergedInto: mergedIntoId,
    archived: archivedAt !== null,
  }));
}

/**
 * The entries, held for this transaction: adding, renaming, archiving and merging come one after another, so that no two
 * entries get one name and no circle of merges can arise.
 */
export async function lockEntries(tx: Tx, ctx: Ctx): Promise<EntryRow[]> {
  await lockOrganization(tx, ctx.org.id);
  return findEntries(tx, ctx);
}

/** Writes an entry. */
export async function insertEntry(
  tx: Tx,
  ctx: Ctx,
  entry: { id: string; kind: RegisterKind; name: LocalText; note: string },
): Promise<void> {
  await tx.registerEntry.create({
    data: {
      ...entry,
      name: entry.name as Prisma.InputJsonValue,
      orgId: ctx.org.id,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
}

/** Changes an entry that still is at `version`; false when someone was first. */
export async function saveEntry(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  { name, note }: { name?: LocalText | undefined; note?: string | undefined },
): Promise<boolean> {
  const { count } = await tx.registerEntry.updateMany({
    where: { orgId: ctx.org.id, id, version },
    data: {
      ...(name && { name: name as Prisma.InputJsonValue }),
      ...(note !== undefined && { note }),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Archives or restores an entry, or makes it part of another or its own again. */
export async function placeEntry(
  tx: Tx,
  ctx: Ctx,
  id: string,
  data: { archivedAt: Date | null } | { mergedIntoId: string | null },
): Promise<void> {
  await tx.registerEntry.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
}

/** What the stages and steps of all processes in use name: in what is published and, unless left out, in their drafts. */
export const findLinks = (tx: Tx, ctx: Ctx, { drafts = true } = {}): Promise<EntryLink[]> =>
  tx.$queryRaw<EntryLink[]>`
    with stages as (
      select v.process_id, s.stage
      from process_version v
      join process p on p.org_id = v.org_id and p.id = v.process_id and p.archived_at is null
      cross join lateral jsonb_array_elements(v.document -> 'stages') as s (stage)
      where v.org_id = ${ctx.org.id}::uuid and (v.status = 'published' or (v.status = 'draft' and ${drafts}))
    )
    select distinct process_id as "processId", stage ->> 'key' as "stageKey", null as "stepKey", e as "entryId"
    from stages cross join lateral jsonb_array_elements_text(stage -> 'entries') as e
    union all
    select distinct process_id, stage ->> 'key', t.step ->> 'key', e
    from stages
    cross join lateral jsonb_array_elements(stage -> 'steps') as t (step)
    cross join lateral jsonb_array_elements_text(t.step -> 'entries') as e`;

/** Names of processes by id. */
export async function processNames(
  tx: Tx,
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  const rows = await tx.process.findMany({
    where: { orgId: ctx.org.id, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name as LocalText]));
}

/** The objections that were ticked after calls that the caller sees: each set of them, and after how many calls. */
export const heardStatement = (orgId: string): Sql => sql`
  select c.heard as ids, count(*)::int as calls
  from call c join run r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
  where c.org_id = ${orgId}::uuid and c.heard <> '{}'
  group by c.heard`;

export const findHeard = (tx: Tx, ctx: Ctx): Promise<{ ids: string[]; calls: number }[]> =>
  tx.$queryRaw<{ ids: string[]; calls: number }[]>(heardStatement(ctx.org.id));
