import "server-only";
import type { z } from "zod";
import { stageHealth } from "@/lib/domain/insights/stage-health";
import { wonVisitDays } from "@/lib/domain/insights/won-visits";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import { timedDeals } from "@/lib/features/runs/on-time";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { InsightDeals, ONLY } from "./input";
import type { Moment } from "./sql-deals";
import { agedWithin, oneOf, UNKNOWN_START } from "./sql-scope";
import { onVersion } from "./sql-version";
import { boundsOf } from "./stages";
import { countWonVisits, joinWholeSets } from "./store";
import { findStages } from "./store-choices";
import { type FoundDeal, findBehind } from "./store-deals";
import type { InsightDeal, InsightDealsPage } from "./view";

/** One page of the deals behind a number, with how many there are in all: the very number. */
export async function dealsBehind(
  tx: Tx,
  ctx: Ctx,
  { drill, only, knownAt, cursor, limit }: z.output<typeof InsightDeals>,
): Promise<InsightDealsPage> {
  const processId = drill.processId ?? null;
  const moment: Moment = {
    asOf: drill.asOf as Day,
    knownAt: (knownAt as Instant | undefined) ?? null,
    processId,
  };
  await joinWholeSets(tx);
  const timed = drill.timedOn === undefined ? null : await timedDeals(tx, ctx, [drill.timedOn]);
  const parts = [
    ...(timed ? [oneOf(timed.map(({ id }) => id))] : []),
    ...(only ? [await narrowed(tx, ctx, moment, only)] : []),
    ...onVersion(ctx, moment, drill),
  ];
  const page = { cursor: cursor ?? null, limit: limit + 1 };
  const found = await findBehind(tx, ctx, moment, drill, parts, page);
  const deals = found.deals.slice(0, limit);
  const names = await stageNames(tx, ctx, deals);
  const last = found.deals.length > limit ? deals.at(-1) : undefined;
  return {
    total: found.total,
    sums: found.sums,
    deals: deals.map((deal) => dealOf(deal, names)),
    next: last ? { minor: last.minor ?? -Number.MAX_SAFE_INTEGER, id: last.id } : null,
  };
}

async function narrowed(tx: Tx, ctx: Ctx, moment: Moment, only: (typeof ONLY)[number]) {
  if (only === "unknown-start") return UNKNOWN_START;
  return agedWithin(await ageBounds(tx, ctx, moment, only), moment.asOf);
}

/** The ages that are slow or stalled, per stage: the same judgement as the figure. */
async function ageBounds(tx: Tx, ctx: Ctx, moment: Moment, health: "slow" | "stalled") {
  if (moment.processId === null) return [];
  const visits = wonVisitDays(await countWonVisits(tx, ctx, moment));
  const stages = await findStages(tx, ctx, moment.processId);
  return stages.flatMap(({ key, plannedDays }) => {
    const { thresholds } = stageHealth({ ageDays: null, wonVisitDays: visits.get(key) ?? [], plannedDays });
    const bounds = boundsOf(thresholds, health);
    return bounds ? [{ stageKey: key, ...bounds }] : [];
  });
}

async function stageNames(tx: Tx, ctx: Ctx, deals: readonly FoundDeal[]): Promise<Map<string, LocalText>> {
  const names = new Map<string, LocalText>();
  for (const processId of new Set(deals.map((deal) => deal.processId))) {
    for (const { key, name } of await findStages(tx, ctx, processId)) names.set(`${processId} ${key}`, name);
  }
  return names;
}

const dealOf = (
  { minor, currency, processId, ...deal }: FoundDeal,
  names: ReadonlyMap<string, LocalText>,
): InsightDeal => ({
  ...deal,
  amount: minor === null ? null : { minor, currency },
  stage: names.get(`${processId} ${deal.stageKey}`) ?? null,
  status: deal.closedOn === null ? "open" : "closed",
});
