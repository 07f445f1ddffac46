import "server-only";
import { previewDraft } from "@/lib/domain/preview/preview-draft";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Change } from "@/lib/domain/process/diff";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { amountOf } from "@/lib/features/runs/projection";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { lastClosedRuns } from "./store-replay";
import type { Replay } from "./view";

/** A draft held against the last closed runs of its process; per change how those went by it. */
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
  const seen = previewDraft(cases, changes, before, after, calendarOf(ctx.org), ctx.now.toISOString());
  const at = new Map(runs.map(({ id }, index) => [id, index]));
  const places = (ids: readonly string[]) => ids.flatMap((id) => at.get(id) ?? []);
  return {
    cases: runs.map(({ id, title, company }, index) => {
      const state = cases[index]?.state;
      return {
        id,
        title,
        company,
        outcome: state?.outcome ?? null,
        closedOn: state?.closedOn ?? null,
        amount: state ? amountOf(state) : null,
      };
    }),
    changes: seen.changes.map(({ change: { what, key, change }, reached, kept, otherwise, not }) => ({
      what,
      key,
      change,
      reached: places(reached),
      kept: places(kept),
      otherwise: places(otherwise),
      not: places(not),
    })),
    flagged: { before: places(seen.flagged.before), after: places(seen.flagged.after) },
    never: seen.never.map(({ stepKey, reached }) => ({ stepKey, reached: places(reached) })),
  };
}
