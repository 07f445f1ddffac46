import "server-only";
import type { DeviationRef } from "@/lib/domain/run/events";
import { addDays, type Day } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

/** How long a deviation waits for its reason: after four weeks nobody remembers. */
export const TIDY_DAYS = 28;
/** Deviations on the page; more are only counted. */
const SHOWN = 100;

/**
 * The deviations of the last weeks on a person's own deals that nobody gave a reason for: steps left out, and moves over a
 * stage or back. Only deals that something happened to since then are looked at.
 */
export function openDeviations(ctx: Ctx): Sql {
  const since = addDays(ctx.today, -TIDY_DAYS);
  return sql`
    touched as materialized (
      select r.id, r.version, r.title, r.version_id from run r
      where r.org_id = ${ctx.org.id}::uuid and r.owner_id = ${ctx.member.id}::uuid and r.kind = 'deal' and r.deleted_at is null
        and r.last_event_at >= ${since}::date
    ), deviation as (
      select t.id, t.version, t.title, t.version_id, 'step' as kind, s.step_key, null::int as ordinal,
        s.stage_key as "from", null as "to", s.occurred_on as day, s.actor_id
      from touched t cross join lateral (
        select * from step_record s where s.org_id = ${ctx.org.id}::uuid and s.run_id = t.id and s.status = 'waived'
          and s.reason is null and coalesce(s.note, '') = '' and s.occurred_on >= ${since}::date limit 100) s
      union all
      select t.id, t.version, t.title, w.version_id, w.exit, null, w.ordinal, w.stage_key, n.stage_key, w.left_on, null
      from touched t cross join lateral (
        select * from stage_visit w where w.org_id = ${ctx.org.id}::uuid and w.run_id = t.id and w.exit in ('skip', 'back')
          and w.exit_reason is null and coalesce(w.exit_note, '') = '' and w.left_on >= ${since}::date limit 100) w
      left join stage_visit n on n.org_id = ${ctx.org.id}::uuid and n.run_id = t.id and n.ordinal = w.ordinal + 1
    )`;
}

/** How many deviations wait for a reason of the person asking. */
export async function countOpen(tx: Tx, ctx: Ctx): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>(
    sql`with ${openDeviations(ctx)} select count(*)::int as n from deviation`,
  );
  return row?.n ?? 0;
}

export type OpenDeviation = {
  readonly runId: string;
  readonly version: number;
  readonly title: string;
  readonly company: string | null;
  readonly versionId: string;
  readonly kind: "step" | "skip" | "back";
  readonly about: DeviationRef;
  readonly from: string | null;
  readonly to: string | null;
  readonly day: Day;
};

/** Those deviations, the latest first, and how many there are. */
export async function openOnes(tx: Tx, ctx: Ctx): Promise<{ rows: OpenDeviation[]; total: number }> {
  const rows = await tx.$queryRaw<
    {
      id: string;
      version: number;
      title: string;
      company: string | null;
      version_id: string;
      kind: OpenDeviation["kind"];
      step_key: string | null;
      ordinal: number | null;
      from: string | null;
      to: string | null;
      day: Date;
      total: number;
    }[]
  >(sql`
    with ${openDeviations(ctx)}
    select v.*, c.name as company, count(*) over ()::int as total
    from deviation v
    left join deal d on d.org_id = ${ctx.org.id}::uuid and d.id = v.id
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    order by v.day desc, v.id, v.kind, v.step_key, v.ordinal
    limit ${SHOWN}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      runId: row.id,
      version: row.version,
      title: row.title,
      company: row.company,
      versionId: row.version_id,
      kind: row.kind,
      about:
        row.kind === "step"
          ? { kind: "step", stepKey: row.step_key ?? "" }
          : { kind: "visit", ordinal: row.ordinal ?? 0 },
      from: row.from,
      to: row.to,
      day: toDay(row.day) ?? "",
    })),
  };
}
