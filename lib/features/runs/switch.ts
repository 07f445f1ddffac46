import "server-only";
import { decideSwitch } from "@/lib/domain/run/decide-switch";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { recordOn, type Shares } from "./record";
import { addToTotals, netDeltas } from "./totals";
import { compiledVersions } from "./versions";
import type { Switch, Switched } from "./view";

/**
 * Puts open runs of a process on other versions of it, each by itself: a run that changed since it was seen, was closed
 * or thrown away stays as it is and is named. All are locked first, in one order, so that two of these, or one and a single
 * move, never wait for each other in a circle. Refuses not-found where a run or version is none of this process.
 */
export async function switchRuns(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  switches: readonly Switch[],
): Promise<Switched | Refusal> {
  const orgId = ctx.org.id;
  const ids = [...new Set(switches.map(({ id }) => id))];
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from run where org_id = ${orgId}::uuid and process_id = ${processId}::uuid and id = any(${ids}::uuid[])
    order by id for update`;
  const versions = await versionsOf(tx, ctx, processId, switches);
  if (locked.length < ids.length) return refuse("not-found");
  const occurred = { day: ctx.today, at: ctx.now.toISOString() };
  const shares: Shares = { before: [], after: [] };
  const moved: Switch[] = [];
  const kept: { id: string; why: string }[] = [];
  for (const { id, version, versionId, stageKey } of switches) {
    const compiled = versions.get(versionId);
    if (!compiled) return refuse("not-found");
    const was: { versionId: string; stageKey: string | null } = { versionId, stageKey };
    const recorded = await recordOn(tx, ctx, { id, version, occurred, shares }, ({ state }) => {
      was.versionId = state.versionId;
      was.stageKey = state.stageKey;
      const map = state.stageKey === null ? {} : { [state.stageKey]: stageKey };
      return decideSwitch(state, { id: versionId, compiled }, map, occurred, ctx.today);
    });
    if (isRefusal(recorded)) kept.push({ id, why: recorded.code });
    else
      moved.push({
        id,
        version: recorded.version,
        versionId: was.versionId,
        stageKey: was.stageKey ?? stageKey,
      });
  }
  await addToTotals(tx, ctx, netDeltas(shares.before, shares.after));
  return { moved, kept };
}

/** The versions that runs of this process may go to: any that was ever published, or found in a file. */
async function versionsOf(tx: Tx, ctx: Ctx, processId: string, switches: readonly Switch[]) {
  const wanted = [...new Set(switches.map(({ versionId }) => versionId))];
  const own = await tx.processVersion.findMany({
    where: { orgId: ctx.org.id, processId, id: { in: wanted }, status: { not: "draft" } },
    select: { id: true },
  });
  return compiledVersions(
    tx,
    ctx.org.id,
    own.map(({ id }) => id),
  );
}
