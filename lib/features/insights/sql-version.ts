import "server-only";
import type { DealDrill } from "@/lib/domain/insights/drill";
import type { Ctx } from "@/lib/platform/context";
import { noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Moment } from "./sql-deals";

/** Each run that went over to another version: where it came from first, all it left by that moment, and where it was then. */
function switched(ctx: Ctx, { asOf, knownAt }: Moment): Sql {
  const known = knownAt === null ? noSql : sql`and recorded_at <= ${knownAt}::timestamptz`;
  const by = sql`filter (where occurred_on <= ${asOf}::date ${known})`;
  return sql`(select run_id, (array_agg(payload ->> 'from' order by seq))[1] as first,
      array_agg(payload ->> 'from') ${by} as froms,
      (array_agg(payload ->> 'to' order by seq desc) ${by})[1] as last
    from event where org_id = ${ctx.org.id}::uuid and type = 'run.version-switched' group by run_id)`;
}

/**
 * Whether a row of `d` belongs to the version that a number is about, as the conditions beside it. A deal belongs to the
 * version it was on at that moment: the one it runs on, or closed on. Stays are counted as they are known now.
 */
export function onVersion(ctx: Ctx, moment: Moment, drill: DealDrill): Sql[] {
  const { versionId, cameOver, wentOn, stayedIn, stayedOn } = drill;
  const org = ctx.org.id;
  const parts: Sql[] = [];
  if (wentOn) {
    parts.push(sql`id in (select run_id from ${switched(ctx, moment)} s
      where ${versionId ?? null} = any(s.froms) and s.last <> ${versionId ?? null})`);
  } else if (versionId !== undefined || cameOver) {
    const on =
      versionId === undefined ? noSql : sql`and coalesce(s.last, s.first, r.version_id::text) = ${versionId}`;
    const came = cameOver ? sql`and s.first <> coalesce(s.last, s.first)` : noSql;
    parts.push(sql`id in (select r.id from run r left join ${switched(ctx, moment)} s on s.run_id = r.id
      where r.org_id = ${org}::uuid ${on} ${came})`);
  }
  if (stayedIn !== undefined || stayedOn !== undefined) {
    const stage = stayedIn === undefined ? noSql : sql`and stage_key = ${stayedIn}`;
    const on = stayedOn === undefined ? noSql : sql`and version_id = ${stayedOn}::uuid`;
    parts.push(sql`id in (select run_id from stage_visit where org_id = ${org}::uuid ${stage} ${on}
      group by run_id, version_id, stage_key
      having bool_and(coalesce(since_on = entered_on and left_on <= ${moment.asOf}::date and exit <> 'version', false)))`);
  }
  return parts;
}
