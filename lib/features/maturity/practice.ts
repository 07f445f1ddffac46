import "server-only";
import { judge } from "@/lib/domain/conformance/replay";
import { creditedFit } from "@/lib/domain/maturity/credit";
import type { Part } from "@/lib/domain/maturity/facts";
import { feedbackOf } from "@/lib/domain/maturity/feedback";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { quantile, quantileInterval } from "@/lib/domain/statistics/quantile";
import { tally } from "@/lib/domain/statistics/tally";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { sinceOf } from "./store-counts";
import { findTraces, type TracedRun } from "./store-traces";

/** How one run was followed: its credited fit once closed, and the overdue steps that were acted on in time. */
export type Practice = Omit<TracedRun, "events"> & { readonly fit: number | null; readonly feedback: Part };

/** Replays the last runs of the processes on the versions they follow. */
export async function findPractice(tx: Tx, ctx: Ctx, processId: string | null): Promise<Practice[]> {
  const traces = await findTraces(tx, ctx, processId);
  const ids = traces.flatMap(({ events }) => versionsIn(events));
  const versions = await compiledVersions(tx, ctx.org.id, ids);
  const orders = ordersOf(versions);
  const calendar = calendarOf(ctx.org);
  const now = ctx.now.toISOString();
  return traces.flatMap(({ events, ...run }) => {
    const version = versions.get(run.versionId);
    if (!version) return [];
    const conformance = judge(version, project(events, orders), calendar, now);
    const fit = run.closedOn === null ? null : creditedFit(conformance);
    return [{ ...run, fit, feedback: feedbackOf(conformance, run.closedOn, calendar, ctx.today) }];
  });
}

/** The median credited fit of a process, with its interval. */
export function followedOf(practice: readonly Practice[]) {
  const fits = tally(practice.flatMap(({ fit }) => fit ?? []));
  const n = practice.filter(({ fit }) => fit !== null).length;
  return { median: quantile(fits, 0.5), ...quantileInterval(fits, 0.5), n };
}

/** Overdue steps acted on in time, over the runs that were open in the window. */
export function feedbackIn(practice: readonly Practice[], ctx: Ctx): Part & { deals: number } {
  const since = sinceOf("feedback", ctx.today);
  const looked = practice.filter(({ closedOn }) => closedOn === null || closedOn >= since);
  const sum = (of: (part: Part) => number) => looked.reduce((total, { feedback }) => total + of(feedback), 0);
  return { k: sum(({ k }) => k), n: sum(({ n }) => n), deals: looked.length };
}
