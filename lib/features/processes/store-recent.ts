import "server-only";
import { DECIDED } from "@/lib/domain/insights/pipeline";
import { PACE_DAYS } from "@/lib/domain/versions/outlook";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** What a process brought in the last half year: the pace at which a next version will be judged. */
export type Recent = {
  readonly decided: number;
  readonly won: number;
  readonly stays: readonly { readonly stageKey: string; readonly n: number }[];
};

/** Counts the deals of a process that were decided and won in the last half year, and the stays that ended in its stages. */
export async function recentCases(tx: Tx, ctx: Ctx, processId: string): Promise<Recent> {
  const [org, today] = [ctx.org.id, ctx.today];
  const [closed] = await tx.$queryRaw<{ decided: number; won: number }[]>`
    select count(*) filter (where d.outcome = any(${[...DECIDED]}::text[]))::int as decided,
      count(*) filter (where d.outcome = 'won')::int as won
    from run r join deal d on d.org_id = r.org_id and d.id = r.id
    where r.org_id = ${org}::uuid and r.process_id = ${processId}::uuid and r.status = 'closed' and r.deleted_at is null
      and r.closed_on > ${today}::date - ${PACE_DAYS}::int and r.closed_on <= ${today}::date`;
  // By version: there is no index on the runs of a process, open and closed together.
  const stays = await tx.$queryRaw<{ stageKey: string; n: number }[]>`
    select v.stage_key as "stageKey", count(*)::int as n
    from process_version p
    join stage_visit v on v.org_id = p.org_id and v.version_id = p.id
    join run r on r.org_id = v.org_id and r.id = v.run_id
    where p.org_id = ${org}::uuid and p.process_id = ${processId}::uuid and r.kind = 'deal' and r.deleted_at is null
      and v.exit <> 'version' and v.left_on > ${today}::date - ${PACE_DAYS}::int and v.left_on <= ${today}::date
    group by 1`;
  return { decided: closed?.decided ?? 0, won: closed?.won ?? 0, stays };
}
