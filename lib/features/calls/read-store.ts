import "server-only";
import { callStanding } from "@/lib/domain/calls/standing";
import type { CallChannel, CallResult, CancelReason } from "@/lib/domain/calls/types";
import { ROLES } from "@/lib/domain/policy/permissions";
import type { LocalText } from "@/lib/domain/shared/text";
import { readTexts } from "@/lib/features/inbox/commands";
import { mayOwn } from "@/lib/features/runs/may-own";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { ofDealStatement, plannedStatement, waitingStatement } from "./lines-sql";
import type { CallLine, CallPerson } from "./view";

type Row = {
  id: string;
  version: number;
  deal_id: string;
  title: string;
  company: string | null;
  owner_id: string;
  owner: string;
  planned_at: Date;
  minutes: number;
  channel: CallChannel;
  goal: string;
  status: CallLine["status"];
  result: CallResult | null;
  learned: string;
  cancelled_for: CancelReason | null;
  questions: number;
};

async function linesOf(tx: Tx, ctx: Ctx, statement: Sql): Promise<CallLine[]> {
  const rows = await tx.$queryRaw<Row[]>(statement);
  const reads = await readTexts(
    tx,
    ctx.org.id,
    rows.map(({ learned }) => learned),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    deal: { id: row.deal_id, title: row.title, company: row.company },
    owner: { id: row.owner_id, name: row.owner },
    at: row.planned_at.toISOString(),
    minutes: row.minutes,
    channel: row.channel,
    goal: row.goal,
    status: row.status,
    standing: callStanding(
      { status: row.status, at: row.planned_at.toISOString(), minutes: row.minutes },
      ctx.now.toISOString(),
    ),
    result: row.result,
    learned: reads(row.learned),
    reason: row.status === "cancelled" ? row.cancelled_for : null,
    questions: row.questions,
  }));
}

/** The calls of a deal: planned ones by their moment, then the latest of the others. */
export const callsOfDeal = (tx: Tx, ctx: Ctx, dealId: string, limit: number): Promise<CallLine[]> =>
  linesOf(tx, ctx, ofDealStatement(ctx.org.id, dealId, limit));

/** The calls that are planned on a deal, by their moment. */
export const callsPlanned = (tx: Tx, ctx: Ctx, dealId: string, limit: number): Promise<CallLine[]> =>
  linesOf(tx, ctx, plannedStatement(ctx.org.id, dealId, limit));

/** How many calls a deal has. */
export const countCalls = (tx: Tx, orgId: string, dealId: string): Promise<number> =>
  tx.run.count({ where: { orgId, kind: "call", dealId, deletedAt: null } });

/** The planned calls that are the caller's until a moment. */
export const callsWaiting = (tx: Tx, ctx: Ctx, until: Date, limit: number): Promise<CallLine[]> =>
  linesOf(tx, ctx, waitingStatement(ctx.org.id, ctx.member.id, until, limit));

/** A call's row besides its events: its deal, its process and who holds it. Null when there is none, or its deal is gone. */
export async function callRow(tx: Tx, orgId: string, id: string) {
  const [row] = await tx.$queryRaw<
    {
      version: number;
      deletedAt: Date | null;
      dealId: string;
      dealOwnerId: string;
      ownerId: string;
      owner: string;
      processId: string;
      name: LocalText;
      number: number | null;
      title: string;
      company: string | null;
      companyId: string | null;
      dealClosed: boolean;
    }[]
  >`
    select r.version, r.deleted_at as "deletedAt", r.deal_id as "dealId", r.deal_owner_id as "dealOwnerId", r.owner_id as "ownerId",
      m.name as owner, p.id as "processId", p.name, v.number, o.title, y.name as company, d.company_id as "companyId",
      o.status = 'closed' as "dealClosed"
    from run r
    join run o on o.org_id = r.org_id and o.id = r.deal_id and o.deleted_at is null
    join deal d on d.org_id = o.org_id and d.id = o.id
    join process p on p.org_id = r.org_id and p.id = r.process_id
    join process_version v on v.org_id = r.org_id and v.id = r.version_id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    left join company y on y.org_id = d.org_id and y.id = d.company_id
    where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid and r.kind = 'call'`;
  return row ?? null;
}

const MOST_PEOPLE = 200;

/**
 * Those who may be at a call: who takes part in the deal, then the rest of its company; with `ids` only these, as whom they became
 * where two were one.
 */
export const peopleFor = (
  tx: Tx,
  orgId: string,
  { dealId, companyId }: { dealId: string; companyId: string | null },
  ids: readonly string[] | null,
): Promise<CallPerson[]> =>
  tx.$queryRaw<CallPerson[]>`
    with recursive kept (id, merged_into_id) as (
      select x.id, x.merged_into_id from contact x
        where x.org_id = ${orgId}::uuid and x.id = any(${[...(ids ?? [])]}::uuid[])
      union
      select x.id, x.merged_into_id from kept p join contact x on x.org_id = ${orgId}::uuid and x.id = p.merged_into_id
    )
    select k.id, k.name, k.job_title as "jobTitle", p.role, coalesce(p.stance, 'unknown') as stance
    from contact k
    left join deal_person p on p.org_id = k.org_id and p.contact_id = k.id and p.run_id = ${dealId}::uuid
    left join deal d on d.org_id = k.org_id and d.id = ${dealId}::uuid
    where k.org_id = ${orgId}::uuid and k.deleted_at is null and k.name <> ''
      and case when ${ids === null} then k.company_id = ${companyId}::uuid or k.id = d.contact_id or p.contact_id is not null
        else k.id in (select id from kept where merged_into_id is null) end
    order by (p.contact_id is null and k.id is distinct from d.contact_id), k.name, k.id
    limit ${MOST_PEOPLE}`;

/**
 * Who may hold a call on a deal, by name: those who may own one and see this one, as the policy of `run` has it, for all members in
 * one statement. Planning asks the policy itself.
 */
export const holdersFor = (
  tx: Tx,
  ctx: Ctx,
  deal: { id: string; ownerId: string; versionId: string },
): Promise<{ id: string; name: string }[]> =>
  // Whose deals somebody sees follows from rows that who asks may not see.
  seeingAll(
    tx,
    ctx,
    () => tx.$queryRaw<{ id: string; name: string }[]>`
      select m.id, m.name from membership m join organization o on o.id = m.org_id
      cross join lateral (select app.reach_of(o.visibility, m.role, m.commercial_role_id, m.team_id) as sees) x
      where m.org_id = ${ctx.org.id}::uuid and m.status = 'active' and m.role = any(${ROLES.filter(mayOwn)}::text[])
        and (x.sees = 'all' or ${deal.ownerId}::uuid = any(app.owners_of(m.org_id, m.id, x.sees, m.team_id))
          or exists (select from participant p where p.org_id = m.org_id and p.run_id = ${deal.id}::uuid
            and (p.membership_id = m.id or p.commercial_role_id = m.commercial_role_id or p.department_id = m.department_id))
          or exists (select from step s
            join process_version v on v.org_id = s.org_id and v.id = s.version_id
            join process p on p.org_id = v.org_id and p.id = v.process_id
            where s.org_id = m.org_id and s.version_id = ${deal.versionId}::uuid and (s.owner_department_id = m.department_id
              or (s.owner_role_id = m.commercial_role_id and p.commercial_role_id is distinct from s.owner_role_id))))
      order by m.name, m.id limit 1000`,
  );
