import "server-only";
import type { Day } from "@/lib/domain/shared/day";
import type { Tx } from "@/lib/platform/db/tenant";

/** How long won deals stayed in a stage, in whole days: quantiles of type 7. */
export type WonStays = {
  readonly n: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
};

/** Stays older than this say little about how the team sells now. */
const MONTHS = 24;

/**
 * Per stage key of a process: the stays of deals won in the 24 months up to `asOf`, every visit of a deal added up.
 * Visits with an unknown start are left out.
 */
export async function wonStays(
  tx: Tx,
  orgId: string,
  processId: string,
  asOf: Day,
): Promise<Map<string, WonStays>> {
  const rows = await tx.$queryRaw<{ stage_key: string; n: number; p50: number; p80: number; p90: number }[]>`
    select stage_key, count(*)::int n,
      percentile_cont(0.5) within group (order by days) p50,
      percentile_cont(0.8) within group (order by days) p80,
      percentile_cont(0.9) within group (order by days) p90
    from (
      select v.stage_key, v.run_id, sum(v.left_on - v.entered_on) days
      from run r
      join deal d on d.org_id = r.org_id and d.id = r.id
      join stage_visit v on v.org_id = r.org_id and v.run_id = r.id
      where r.org_id = ${orgId}::uuid and r.process_id = ${processId}::uuid and r.status = 'closed' and r.deleted_at is null
        and r.closed_on between ${asOf}::date - make_interval(months => ${MONTHS}::int) and ${asOf}::date
        and d.outcome = 'won' and v.entered_on is not null and v.left_on is not null
      group by v.stage_key, v.run_id
    ) stays
    group by stage_key`;
  return new Map(rows.map(({ stage_key, ...stays }) => [stage_key, stays]));
}
