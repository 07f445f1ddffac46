import "server-only";
import type { z } from "zod";
import { daysLeft } from "@/lib/domain/policy/trash";
import type { Instant } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { TrashFilter } from "./input";
import type { TrashKind, TrashRow } from "./view";

type Row = {
  id: string;
  name: string;
  company: string | null;
  version: number;
  owner: string | null;
  at: Date;
  by: string | null;
};

// What became part of another one is no trash: it leads there. What was emptied because something still refers to it
// has no name, and is not in the trash any more. A call goes along with its deal, and comes back with it. A task goes along with its deal or company and comes back with it, and one
// that hangs on nothing is its people's own. A view is found by its maker, or by everybody when it is shared.
const THROWN: Record<TrashKind, (ctx: Ctx) => Sql> = {
  deal: () => sql`run x where x.kind = 'deal'`,
  company: () => sql`company x where x.merged_into_id is null`,
  contact: () => sql`contact x where x.merged_into_id is null and x.name <> ''`,
  task: ({ member }) => sql`task x
    where (num_nonnulls(x.run_id, x.company_id) > 0 or ${member.id}::uuid in (x.assignee_id, x.creator_id))
    and not exists (select from run z where z.org_id = x.org_id and z.id = x.run_id and z.deleted_at is not null)
    and not exists (select from company z where z.org_id = x.org_id and z.id = x.company_id and z.deleted_at is not null)`,
  call: () => sql`run x where x.kind = 'call'
    and exists (select from run z where z.org_id = x.org_id and z.id = x.deal_id and z.deleted_at is null)`,
  view: ({ member }) => sql`saved_view x where (x.maker_id = ${member.id}::uuid or x.shared)`,
};
/** Of the rows chosen, `r`: what is shown of them. */
const SHOWN: Record<TrashKind, { columns: Sql; joins: Sql }> = {
  deal: {
    columns: sql`r.title as name, c.name as company, r.owner_id as owner,
      (select e.actor_id from event e where e.org_id = r.org_id and e.run_id = r.id and e.type = 'run.deleted'
        order by e.seq desc limit 1) as by_id`,
    joins: sql`left join deal d on d.org_id = r.org_id and d.id = r.id
      left join company c on c.org_id = d.org_id and c.id = d.company_id`,
  },
  company: {
    columns: sql`r.name, null as company, null::uuid as owner, r.deleted_by_id as by_id`,
    joins: noSql,
  },
  contact: {
    columns: sql`r.name, c.name as company, null::uuid as owner, r.deleted_by_id as by_id`,
    joins: sql`left join company c on c.org_id = r.org_id and c.id = r.company_id`,
  },
  task: {
    columns: sql`r.title as name, coalesce(d.title, c.name) as company, null::uuid as owner, r.deleted_by_id as by_id`,
    joins: sql`left join run d on d.org_id = r.org_id and d.id = r.run_id
      left join company c on c.org_id = r.org_id and c.id = r.company_id`,
  },
  call: {
    // Worked by who holds it and by the owner of its deal.
    columns: sql`coalesce(nullif(k.plan ->> 'goal', ''), d.title) as name, d.title as company,
      case when r.owner_id = current_setting('app.member_id')::uuid then r.owner_id else r.deal_owner_id end as owner,
      (select e.actor_id from event e where e.org_id = r.org_id and e.run_id = r.id and e.type = 'run.deleted'
        order by e.seq desc limit 1) as by_id`,
    joins: sql`join call k on k.org_id = r.org_id and k.id = r.id
      join run d on d.org_id = r.org_id and d.id = r.deal_id`,
  },
  view: {
    columns: sql`r.name, o.name as company, r.maker_id as owner, r.deleted_by_id as by_id`,
    joins: sql`left join membership o on o.org_id = r.org_id and o.id = r.maker_id`,
  },
};

/** What was thrown away of one kind, the latest first; one row more than asked for when there is more. */
export async function trashPage(
  tx: Tx,
  ctx: Ctx,
  { kind, after, limit }: z.output<typeof TrashFilter>,
  mayRestore: (owner: string | null) => boolean,
): Promise<TrashRow[]> {
  const from = after ? sql`and (x.deleted_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
  const rows = await tx.$queryRaw<Row[]>`
    select t.id, t.name, t.company, t.version, t.owner, t.at, m.name as by from (
      select r.id, r.version, r.deleted_at as at, ${SHOWN[kind].columns}
      from (select * from ${THROWN[kind](ctx)} and x.deleted_at is not null and x.org_id = ${ctx.org.id}::uuid ${from}
        order by x.deleted_at desc, x.id desc limit ${limit + 1}) r
      ${SHOWN[kind].joins}
    ) t left join membership m on m.org_id = ${ctx.org.id}::uuid and m.id = t.by_id
    order by t.at desc, t.id desc`;
  return rows.map(({ at, by, owner, ...row }) => ({
    ...row,
    deletedAt: at.toISOString() as Instant,
    deletedBy: by,
    daysLeft: daysLeft(at, ctx.now),
    mayRestore: mayRestore(owner),
  }));
}

const COUNTED = 1_000;

/** How many of each kind lie in the trash, counted up to 1,000. */
export async function trashTotals(tx: Tx, ctx: Ctx): Promise<Record<TrashKind, number>> {
  const count = (kind: TrashKind) => sql`(select count(*)::int from (
    select from ${THROWN[kind](ctx)} and x.deleted_at is not null and x.org_id = ${ctx.org.id}::uuid limit ${COUNTED}) n)`;
  const [row] = await tx.$queryRaw<Record<TrashKind, number>[]>`
    select ${count("deal")} as deal, ${count("company")} as company, ${count("contact")} as contact,
      ${count("task")} as task, ${count("call")} as call, ${count("view")} as view`;
  return row ?? { deal: 0, company: 0, contact: 0, task: 0, call: 0, view: 0 };
}

/**
 * Erases for good what was thrown away before the moment given, at most `limit` of each kind, and tells how many that was.
 * Deals go with all that hangs on them, calls as deals do. A person whom a deal or an activity still names is emptied instead: the row
 * stays, what it said of them does not. A company that anything still names waits.
 */
export async function erase(tx: Tx, orgId: string, before: Date, limit: number): Promise<number> {
  const deals = await tx.$executeRaw`
    delete from run where org_id = ${orgId}::uuid and id in (
      select id from run where org_id = ${orgId}::uuid and deleted_at < ${before} order by deleted_at limit ${limit})`;
  // With a person goes whoever became part of them: that is the same one.
  const old = sql`with recursive old (id) as (
    (select id from contact where org_id = ${orgId}::uuid and deleted_at < ${before} and merged_into_id is null and name <> ''
      order by deleted_at limit ${limit})
    union select k.id from contact k join old o on k.org_id = ${orgId}::uuid and k.merged_into_id = o.id
  ) select id from old`;
  const named = sql`(exists (select from deal d where d.org_id = k.org_id and d.contact_id = k.id)
    or exists (select from activity a where a.org_id = k.org_id and a.contact_id = k.id))`;
  // What was said of them on deals goes too, also where the row itself has to stay.
  await tx.$executeRaw`delete from deal_person where org_id = ${orgId}::uuid and contact_id in (${old})`;
  const contacts = await tx.$executeRaw`
    delete from contact k where k.org_id = ${orgId}::uuid and k.id in (${old}) and not ${named}`;
  const emptied = await tx.$executeRaw`
    update contact k set name = '', email = null, phone = null, job_title = null, company_id = null, version = k.version + 1
    where k.org_id = ${orgId}::uuid and k.id in (${old}) and ${named}`;
  const companies = await tx.$executeRaw`
    delete from company c where c.org_id = ${orgId}::uuid and c.id in (
      select x.id from company x where x.org_id = ${orgId}::uuid and x.deleted_at < ${before} and x.merged_into_id is null
        and not exists (select from deal d where d.org_id = x.org_id and d.company_id = x.id)
        and not exists (select from contact k where k.org_id = x.org_id and k.company_id = x.id)
      order by x.deleted_at limit ${limit})`;
  const gone = (table: Sql) => tx.$executeRaw`
    delete from ${table} where org_id = ${orgId}::uuid and id in (
      select id from ${table} where org_id = ${orgId}::uuid and deleted_at < ${before} order by deleted_at limit ${limit})`;
  const tasks = await gone(sql`task`);
  const views = await gone(sql`saved_view`);
  return deals + emptied + contacts + companies + tasks + views;
}
