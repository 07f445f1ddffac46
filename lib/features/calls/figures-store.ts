import "server-only";
import type { CallResult } from "@/lib/domain/calls/types";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

type Row = {
  id: string;
  dealId: string;
  deal: string;
  goal: string;
  at: Date;
  minutes: number;
  status: "planned" | "held" | "cancelled";
  result: CallResult | null;
  objections: string[];
  messages: string[];
  heard: string[];
};

/**
 * The calls on a process that one sees, the latest first; those of deals in the trash are left out. The runs are read first, by
 * their process: few are on one process, and a planner that joins before it knows that goes through the deals.
 */
export const factsStatement = (orgId: string, processId: string, limit: number): Sql => sql`
  with r as materialized (
    select id, org_id, deal_id from run
    where org_id = ${orgId}::uuid and process_id = ${processId}::uuid and kind = 'call' and deleted_at is null)
  select r.id, r.deal_id as "dealId", coalesce(y.name, o.title) as deal, c.plan ->> 'goal' as goal, c.planned_at as at, c.minutes,
    c.status, c.result, c.plan -> 'objections' as objections, c.plan -> 'messages' as messages, c.heard
  from r
  join call c on c.org_id = r.org_id and c.id = r.id
  join run o on o.org_id = r.org_id and o.id = r.deal_id and o.deleted_at is null
  join deal d on d.org_id = o.org_id and d.id = o.id
  left join company y on y.org_id = d.org_id and y.id = d.company_id
  order by c.planned_at desc, r.id desc limit ${limit}`;

export const findFacts = (tx: Tx, orgId: string, processId: string, limit: number): Promise<Row[]> =>
  tx.$queryRaw<Row[]>(factsStatement(orgId, processId, limit));

/** Whether there is a process of calls by this id. */
export const isCallProcess = async (tx: Tx, orgId: string, id: string): Promise<boolean> =>
  (await tx.process.count({ where: { orgId, id, category: "call" } })) === 1;
