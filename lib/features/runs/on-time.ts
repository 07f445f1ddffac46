import "server-only";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { timeSteps } from "@/lib/domain/timing/classify";
import { type DueSteps, dueIn, dueSteps } from "@/lib/domain/versions/on-time";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { eventsOfRuns } from "./events-store";
import { compiledVersions, ordersOf } from "./versions";

/** Deals are replayed one by one, so of each version only the last ones are: enough for a steady share. */
export const MOST_TIMED = 200;

export type TimedDeal = { readonly id: string; readonly versionId: string; readonly steps: DueSteps };

/**
 * How the steps that were due went in the last deals that run on these versions or closed on them, by the timing that the
 * deal's own page gives. Deals in which nothing was due yet are left out.
 */
export async function timedDeals(tx: Tx, ctx: Ctx, versionIds: readonly string[]): Promise<TimedDeal[]> {
  const org = ctx.org.id;
  const runs = await tx.$queryRaw<{ id: string; versionId: string }[]>`
    select id, version_id as "versionId" from (
      select id, version_id, row_number() over (partition by version_id order by id desc) as nth from run
      where org_id = ${org}::uuid and version_id = any(${versionIds}::uuid[]) and kind = 'deal' and deleted_at is null
        and (opened_on is null or opened_on <= ${ctx.today}::date)
    ) r where nth <= ${MOST_TIMED}`;
  const events = await eventsOfRuns(
    tx,
    org,
    runs.map(({ id }) => id),
  );
  const versions = await compiledVersions(tx, org, [...events.values()].flatMap(versionsIn));
  const orders = ordersOf(versions);
  const calendar = calendarOf(ctx.org);
  return runs.flatMap(({ id, versionId }) => {
    const version = versions.get(versionId);
    if (!version) return [];
    const state = project(events.get(id) ?? [], orders);
    const steps = dueSteps(timeSteps(version, state, calendar, ctx.now.toISOString()));
    return dueIn(steps) > 0 ? [{ id, versionId, steps }] : [];
  });
}
