import "server-only";
import { previewDraft } from "@/lib/domain/preview/preview-draft";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Change } from "@/lib/domain/process/diff";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { lastClosedRuns } from "./store-replay";
import type { Replay } from "./view";

/** A draft held against the last closed runs of its process; per change how those went by it, in counts. */
export async function replayed(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  changes: readonly Change[],
  before: CompiledVersion,
  after: CompiledVersion,
): Promise<Replay> {
  const runs = await lastClosedRuns(tx, ctx, processId);
  const versions = await compiledVersions(
    tx,
    ctx.org.id,
    runs.flatMap(({ events }) => versionsIn(events)),
  );
  const orders = ordersOf(versions);
  const cases = runs.map(({ id, events }) => ({ id, state: project(events, orders) }));
  const seen = previewDraft(
    cases,
    changes,
    before,
    after,
    calendarOf(ctx.org, ctx.now),
    ctx.now.toISOString(),
  );
  return {
    cases: seen.cases,
    changes: seen.changes.map(({ change: { what, key, change }, reached, kept, otherwise, not }) => ({
      what,
      key,
      change,
      reached: reached.length,
      kept: kept.length,
      otherwise: otherwise.length,
      not: not.length,
    })),
    flagged: { before: seen.flagged.before.length, after: seen.flagged.after.length },
    never: seen.never.map(({ stepKey, reached }) => ({ stepKey, reached: reached.length })),
  };
}
