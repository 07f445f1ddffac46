import "server-only";
import { type WonVisitRow, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import type { Day } from "@/lib/domain/shared/day";
import type { Tally } from "@/lib/domain/statistics/tally";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * Per stage key of a process: how many whole days the stays took of deals won in the two years up to `asOf`. A stay
 * goes on through a change of version; one of unknown start is left out. With `stageKey` only that stage
 * is counted, which is what a deal's page needs.
 */
export async function wonStays(
  tx: Tx,
  orgId: string,
  processId: string,
  asOf: Day,
  stageKey: string | null = null,
): Promise<ReadonlyMap<string, Tally>> {
  const rows = await tx.$queryRaw<WonVisitRow[]>`
    select v.stage_key as "stageKey", v.left_on - v.since_on as days, count(*)::int as visits
    from run r
    join deal d on d.org_id = r.org_id and d.id = r.id
    join stage_visit v on v.org_id = r.org_id and v.run_id = r.id
    where r.org_id = ${orgId}::uuid and r.process_id = ${processId}::uuid and r.status = 'closed' and r.deleted_at is null
      and r.closed_on between ${wonVisitsSince(asOf)}::date and ${asOf}::date
      and d.outcome = 'won' and v.since_on is not null and v.left_on is not null and v.exit <> 'version'
      and (${stageKey}::text is null or v.stage_key = ${stageKey}::text)
    group by 1, 2`;
  return wonVisitDays(rows);
}
