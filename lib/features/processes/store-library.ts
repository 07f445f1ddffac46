import "server-only";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import { literal, noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { ListProcesses } from "./input-library";
import type { LibrarySort, LibraryState, ProcessCard } from "./view";
import { NO_ROLE } from "./view";

/** A card as the database gives it. */
export type LibraryRow = Omit<ProcessCard, "role" | "published"> & {
  readonly roleId: string | null;
  readonly published: {
    readonly versionId: string;
    readonly number: number;
    readonly at: string | null;
  } | null;
};

const has = (status: string): Sql => sql`exists (
  select from process_version v where v.org_id = p.org_id and v.process_id = p.id and v.status = ${status})`;
const RETIRED = sql`(${has("retired")} and not ${has("published")})`;
const STATE: Record<LibraryState, Sql> = {
  draft: sql`p.archived_at is null and ${has("draft")}`,
  published: sql`p.archived_at is null and ${has("published")}`,
  retired: sql`p.archived_at is null and ${RETIRED}`,
  archived: sql`p.archived_at is not null`,
};
const OPEN_RUNS = sql`from run r
  where r.org_id = p.org_id and r.process_id = p.id and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null`;

/** What is asked for, and whether by somebody who may see drafts. */
type Ask = ListProcesses & Drafts;
type Drafts = { readonly drafts: boolean };

/** The versions that somebody may see, as `v`. */
const seen = ({ drafts }: Drafts): Sql => (drafts ? sql`true` : sql`v.status <> 'draft'`);
const visible = (ask: Drafts): Sql => sql`exists (
  select from process_version v where v.org_id = p.org_id and v.process_id = p.id and ${seen(ask)})`;

function matching(orgId: string, ask: Ask): Sql {
  const { role, category, style, state, q } = ask;
  const like = `%${literal(q)}%`;
  return sql`p.org_id = ${orgId}::uuid and ${visible(ask)}
    ${state === "draft" && !ask.drafts ? sql`and false` : noSql}
    and ${state ? STATE[state] : sql`p.archived_at is null`}
    ${role === NO_ROLE ? sql`and p.commercial_role_id is null` : noSql}
    ${role && role !== NO_ROLE ? sql`and p.commercial_role_id = ${role}::uuid` : noSql}
    ${category ? sql`and p.category = ${category}` : noSql}
    ${style ? sql`and p.style = ${style}` : noSql}
    ${q ? sql`and (p.name ->> 'en' ilike ${like} or p.name ->> 'nl' ilike ${like})` : noSql}`;
}

/** What a process is sorted by, as one text that sorts upwards; its id settles what is equal. */
function sortKey({ sort, locale, ...ask }: Drafts & { sort: LibrarySort; locale: string }): Sql {
  const name = sql`lower(coalesce(nullif(p.name ->> ${locale}, ''), p.name ->> 'en', p.name ->> 'nl', ''))`;
  // Moments and counts that sort downwards: the larger, the smaller what is left of a number larger than all.
  const down = (value: Sql) => sql`lpad((100000000000000 - (${value}))::bigint::text, 15, '0')`;
  const since = sql`select coalesce(max(extract(epoch from coalesce(v.published_at, v.created_at))), 0)
    from process_version v where v.org_id = p.org_id and v.process_id = p.id and ${seen(ask)}`;
  return {
    role: sql`coalesce((select to_char(c.created_at at time zone 'utc', 'YYYYMMDDHH24MISSMS') || c.id
      from commercial_role c where c.org_id = p.org_id and c.id = p.commercial_role_id), '~') || ' ' || ${name}`,
    name,
    recent: sql`${down(since)} || ${name}`,
    use: sql`${down(sql`select count(*) ${OPEN_RUNS}`)} || ${name}`,
  }[sort];
}

/** One page of what is asked for and one more, if there is one. */
export async function libraryPage(tx: Tx, orgId: string, ask: Ask): Promise<LibraryRow[]> {
  const key = sql`(${sortKey(ask)}) collate "C"`;
  const last = sql`(select ${key} from process p where p.org_id = ${orgId}::uuid and p.id = ${ask.after}::uuid)`;
  const from = ask.after
    ? sql`where ${last} is null or (f.sort_key, f.id) > (${last}, ${ask.after}::uuid)`
    : noSql;
  return tx.$queryRaw<LibraryRow[]>`
    with found as (
      select p.*, ${key} sort_key from process p where ${matching(orgId, ask)}
    ), page as (
      select f.* from found f ${from} order by f.sort_key, f.id limit ${ask.limit + 1}
    )
    select p.id, p.name, p.category, p.style, p.version, p.archived_at is not null archived,
      p.commercial_role_id "roleId", ${RETIRED} retired,
      case when published.id is not null then jsonb_build_object(
        'versionId', published.id, 'number', published.number, 'at', published.published_at) end published,
      case when draft.id is not null then jsonb_build_object(
        'versionId', draft.id, 'revision', draft.revision) end draft,
      coalesce(shown.status = 'as-found', false) "asFound",
      coalesce(content.stages, '[]') stages, coalesce(content.steps, 0)::int steps,
      coalesce(used.deals, '[]') deals,
      jsonb_build_object('suggestions', said.suggestions, 'remarks', said.remarks, 'stepKey', said.step_key) said
    from page p
    left join lateral (
      select v.id, v.number, v.published_at from process_version v
      where v.org_id = p.org_id and v.process_id = p.id and v.status = 'published'
      order by v.number desc limit 1
    ) published on true
    left join lateral (
      select v.id, v.revision from process_version v
      where v.org_id = p.org_id and v.process_id = p.id and v.status = 'draft' and ${seen(ask)} limit 1
    ) draft on true
    left join lateral (
      select v.status, v.document from process_version v
      where v.org_id = p.org_id and v.process_id = p.id and ${seen(ask)}
      order by v.status = 'published' desc, v.status = 'draft' desc, v.number desc limit 1
    ) shown on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(
          'key', s -> 'key', 'name', s -> 'name', 'plannedDays', s -> 'plannedDays') order by place) stages,
        sum(jsonb_array_length(s -> 'steps')) steps
      from jsonb_array_elements(shown.document -> 'stages') with ordinality as t(s, place)
    ) content on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('number', v.number, 'open', n.open) order by v.number desc nulls first) deals
      from (select r.version_id, count(*)::int open ${OPEN_RUNS} group by r.version_id) n
      join process_version v on v.org_id = p.org_id and v.id = n.version_id
    ) used on true
    left join lateral (
      select count(*) filter (where c.kind = 'suggestion')::int suggestions,
        count(*) filter (where c.kind <> 'suggestion')::int remarks,
        (array_agg(c.step_key order by c.created_at, c.id))[1] step_key
      from step_comment c
      where c.org_id = p.org_id and c.process_id = p.id and c.parent_id is null and c.deleted_at is null
        and c.resolution is null
        and (c.kind = 'suggestion' or not exists (
          select from step_comment a where a.org_id = c.org_id and a.parent_id = c.id and a.deleted_at is null))
    ) said on true
    order by p.sort_key, p.id`;
}

/** How many match; how many are in use and archived in all; and the roles that have a process in use. */
export async function countLibrary(
  tx: Tx,
  orgId: string,
  ask: Ask,
): Promise<{ total: number; inUse: number; archived: number; rolesUsed: string[] }> {
  const [counted] = await tx.$queryRaw<
    { total: number; inUse: number; archived: number; rolesUsed: string[] }[]
  >`
    select count(*) filter (where ${matching(orgId, ask)})::int total,
      count(*) filter (where p.archived_at is null)::int "inUse",
      count(*) filter (where p.archived_at is not null)::int archived,
      coalesce(array_agg(distinct p.commercial_role_id) filter (
        where p.archived_at is null and p.commercial_role_id is not null), '{}') "rolesUsed"
    from process p where p.org_id = ${orgId}::uuid and ${visible(ask)}`;
  return counted ?? { total: 0, inUse: 0, archived: 0, rolesUsed: [] };
}

/** Processes in use, by name; at most 500. Without `drafts` those that have nothing else are left out. */
export const processChoices = (
  tx: Tx,
  orgId: string,
  ask: Drafts,
): Promise<{ id: string; name: ProcessCard["name"]; roleId: string | null }[]> =>
  tx.$queryRaw`
    select p.id, p.name, p.commercial_role_id "roleId" from process p
    where p.org_id = ${orgId}::uuid and p.archived_at is null and ${visible(ask)}
    order by lower(coalesce(p.name ->> 'en', p.name ->> 'nl')), p.id limit 500`;

/** The processes in use by name, the oldest first; at most 2,000. */
export async function namedProcesses(tx: Tx, ctx: Ctx): Promise<{ id: string; name: LocalText }[]> {
  const rows = await tx.process.findMany({
    where: { orgId: ctx.org.id, archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 2_000,
  });
  return rows.map(({ id, name }) => ({ id, name: name as LocalText }));
}
