import "server-only";
import type { z } from "zod";
import type { RelationshipLevel } from "@/lib/domain/relationship/levels";
import type { Instant } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import type { JudgeRelationship } from "./input";
import type { RelationshipRecord } from "./view";

/** Judgements that a page shows. */
const MOST = 100;

type Row = {
  id: string;
  level: RelationshipLevel;
  note: string;
  activity_id: string | null;
  kind: string | null;
  done_on: Date | null;
  occurred_on: Date;
  recorded_at: Date;
  by: string | null;
};
const day = (date: Date) => date.toISOString().slice(0, 10);

/**
 * How a company's relationship was judged, the latest first. Of an activity on a deal that one does not see, only that there
 * is one.
 */
export async function relationshipOf(
  tx: Tx,
  orgId: string,
  companyId: string,
): Promise<RelationshipRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select x.id, x.level, x.note, x.activity_id, a.kind, a.occurred_on as done_on, x.occurred_on, x.recorded_at, m.name as by
    from relationship_record x
    left join activity a on a.org_id = x.org_id and a.id = x.activity_id
    left join membership m on m.org_id = x.org_id and m.id = x.actor_id
    where x.org_id = ${orgId}::uuid and x.company_id = ${companyId}::uuid
    order by x.occurred_on desc, x.recorded_at desc, x.id desc limit ${MOST}`;
  return rows.map((row) => ({
    id: row.id,
    level: row.level,
    note: row.note,
    activity:
      row.activity_id === null
        ? null
        : { id: row.activity_id, kind: row.kind, on: row.done_on && day(row.done_on) },
    on: day(row.occurred_on),
    recordedAt: row.recorded_at.toISOString() as Instant,
    by: row.by,
  }));
}

/** Whether an activity is one on a deal of the company, that one sees. */
export async function isActivityAt(
  tx: Tx,
  orgId: string,
  companyId: string,
  activityId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from activity a join deal d on d.org_id = a.org_id and d.id = a.run_id
    where a.org_id = ${orgId}::uuid and a.id = ${activityId}::uuid and d.company_id = ${companyId}::uuid`;
  return rows.length > 0;
}

/** Keeps a judgement. */
export async function insertJudgement(
  tx: Tx,
  ctx: Ctx,
  { on, ...record }: z.output<typeof JudgeRelationship>,
): Promise<void> {
  await tx.relationshipRecord.create({
    data: {
      orgId: ctx.org.id,
      ...record,
      occurredOn: fromDay(on),
      recordedAt: ctx.now,
      actorId: ctx.actor.id,
    },
    select: { id: true },
  });
}

/** Takes a judgement back; false when it is not there. */
export async function deleteJudgement(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const { count } = await tx.relationshipRecord.deleteMany({ where: { orgId, id } });
  return count === 1;
}
