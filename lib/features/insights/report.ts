import "server-only";
import type { z } from "zod";
import { pipelineFromAggregate } from "@/lib/domain/insights/pipeline";
import { wonVisitDays } from "@/lib/domain/insights/won-visits";
import type { Instant } from "@/lib/domain/shared/day";
import { sumByCurrency } from "@/lib/domain/shared/money";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { askOf } from "./ask";
import type { PipelineFilter } from "./input";
import type { Moment } from "./sql-deals";
import { boundsOf, stageRoutes } from "./stages";
import { aggregatePipeline, countDeleted, countWonVisits, findRates, joinWholeSets } from "./store";
import { findNames, findProcessChoices, findStages } from "./store-choices";
import type { GroupRow, PipelineReport } from "./view";

const momentOf = (asOf: string, knownAt: string | undefined, processId: string | undefined): Moment => ({
  asOf,
  knownAt: (knownAt as Instant | undefined) ?? null,
  processId: processId ?? null,
});

/** The pipeline report of a filter, in a fixed number of statements. Null when the process is not there. */
export async function pipelineReport(
  tx: Tx,
  ctx: Ctx,
  filter: z.output<typeof PipelineFilter>,
): Promise<PipelineReport | null> {
  const ask = askOf(filter, ctx.today);
  const moment = momentOf(ask.asOf, filter.knownAt, filter.processId);
  const processes = filter.processId ? await findProcessChoices(tx, ctx) : [];
  const process = processes.find(({ id }) => id === filter.processId) ?? null;
  if (filter.processId && !process) return null;
  const stages = process ? await findStages(tx, ctx, process.id) : [];
  await joinWholeSets(tx);
  const rows = await aggregatePipeline(tx, ctx, ask, moment);
  const rates = { base: ctx.org.currency, perUnit: await findRates(tx, ctx, ask.asOf) };
  const view = pipelineFromAggregate(rows, ask, { stageKeys: stages.map(({ key }) => key), rates });
  const visits = process ? wonVisitDays(await countWonVisits(tx, ctx, moment)) : new Map();
  const routes = stageRoutes(stages, view.total, rows.ages, visits);
  const stalled = routes.flatMap(({ stageKey, thresholds }) => {
    const bounds = boundsOf(thresholds, "stalled");
    return rows.ages.filter(
      (age) => bounds && age.stageKey === stageKey && age.days !== null && age.days > bounds.above,
    );
  });
  const keys = view.groups.flatMap(({ key }) => key ?? []);
  const names = ask.groupBy ? await findNames(tx, ctx, ask.groupBy, keys) : new Map<string, string>();
  return {
    ask,
    knownAt: moment.knownAt,
    today: ctx.today,
    timeZone: ctx.org.timeZone,
    total: view.total,
    groups: view.groups.map(
      ({ key, figures }): GroupRow => ({ key, name: key === null ? null : (names.get(key) ?? key), figures }),
    ),
    stages: routes,
    stalled: {
      deals: stalled.reduce((sum, { deals }) => sum + deals, 0),
      sums: sumByCurrency(stalled.filter(({ valued }) => valued > 0)),
    },
    slow: { deals: routes.reduce((sum, { slow }) => sum + slow, 0) },
    unknownStart: rows.unknownStart,
    deleted: await countDeleted(tx, ctx, process?.id ?? null),
    process,
  };
}
