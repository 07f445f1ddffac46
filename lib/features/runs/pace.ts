import "server-only";
import { WON_DEALS, type WonVisitRow, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import type { Day } from "@/lib/domain/shared/day";
import type { Tally } from "@/lib/domain/statistics/tally";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

/** Whose stays are asked for: all stages, or one, which is what a deal's page needs; `last` is how many won deals count. */
type Asked = { stageKey?: string | null; last?: number };

/**
 * Per process and stage key: how many whole days the stays took of the last deals that were won in the two years up to
 * `asOf`. A stay goes on through a change of version; one of unknown start is left out.
 */
export async function wonStaysOf(
  tx: Tx,
  orgId: string,
  processIds: readonly string[],
  asOf: Day,
  asked: Asked = {},
): Promise<ReadonlyMap<string, ReadonlyMap<string, Tally>>> {
  const rows = await tx.$queryRaw<(WonVisitRow & { processId: string })[]>(
    wonStaysStatement(orgId, processIds, asOf, asked),
  );
  return new Map(
    processIds.map((id) => [id, wonVisitDays(rows.filter(({ processId }) => processId === id))]),
  );
}

/** As `wonStaysOf`, of one process. */
export async function wonStays(
  tx: Tx,
  orgId: string,
  processId: string,
  asOf: Day,
  asked: Asked = {},
): Promise<ReadonlyMap<string, Tally>> {
  return (await wonStaysOf(tx, orgId, [processId], asOf, asked)).get(processId) ?? new Map();
}

/** The won deals come first, newest first by their index, and only theirs are the stays that are looked up. */
export function wonStaysStatement(
  orgId: string,
  processIds: readonly string[],
  asOf: Day,
  { stageKey = null, last = WON_DEALS }: Asked = {},
): Sql {
  return sql`
    select p.id as "processId", v.stage_key as "stageKey", v.left_on - v.since_on as days, count(*)::int as visits
    from unnest(${[...processIds]}::uuid[]) p (id)
    cross join lateral (
      select r.id from run r
      where r.org_id = ${orgId}::uuid and r.process_id = p.id and r.status = 'closed' and r.deleted_at is null
        and r.closed_on between ${wonVisitsSince(asOf)}::date and ${asOf}::date
        and (select d.outcome from deal d where d.org_id = r.org_id and d.id = r.id) = 'won'
      order by r.closed_on desc, r.id desc limit ${last}::int
    ) w
    cross join lateral (
      select s.stage_key, s.left_on, s.since_on from stage_visit s
      where s.org_id = ${orgId}::uuid and s.run_id = w.id and s.since_on is not null and s.left_on is not null and s.exit <> 'version'
        and (${stageKey}::text is null or s.stage_key = ${stageKey}::text)
      offset 0
    ) v
    group by 1, 2, 3`;
}
