import "server-only";
import { standing } from "@/lib/domain/guidance/due-steps";
import { chooseNext } from "@/lib/domain/guidance/next-best-step";
import { provenStage } from "@/lib/domain/guidance/proven-stage";
import { type RankedStep, rankToday, todayRule } from "@/lib/domain/guidance/rank-today";
import { stageHealth } from "@/lib/domain/insights/stage-health";
import { type CompiledVersion, stageOf, stepOf } from "@/lib/domain/process/compile";
import { daysBetween } from "@/lib/domain/shared/day";
import type { Tally } from "@/lib/domain/statistics/tally";
import { workingDaysBetween } from "@/lib/domain/timing/calendar";
import { wonStaysOf } from "@/lib/features/runs/pace";
import { compiledVersions } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { countWaiting, type Deal, dealsFor, evidenceOn, stepsOn, waitingSteps } from "./store";
import type { TodayDeal, TodayList, TodayStep } from "./view";
import { COUNTED } from "./waiting-sql";

/** Steps on a page of the list. */
const PAGE = 50;

/** What all parts of Today are made from, read in a fixed number of statements. */
export type Found = {
  readonly deals: ReadonlyMap<string, Deal>;
  readonly versions: ReadonlyMap<string, CompiledVersion>;
  readonly stays: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
  readonly evidence: ReadonlyMap<string, ReadonlySet<string>>;
  /** Everything that waits for the person, in order, also what they put off. */
  readonly steps: readonly Waiting[];
  readonly total: number;
};

type Waiting = RankedStep & {
  readonly view: (rank: Waiting) => TodayStep;
  readonly later: string | null;
};

/** Reads and ranks everything that waits for the person asking. */
export async function findToday(tx: Tx, ctx: Ctx): Promise<Found> {
  const orgId = ctx.org.id;
  const mine = await waitingSteps(tx, ctx);
  const runIds = [...new Set(mine.map(({ runId }) => runId))];
  const onRuns = await stepsOn(tx, orgId, runIds);
  const deals = await dealsFor(tx, ctx, runIds);
  const all = [...deals.values()];
  const versions = await compiledVersions(
    tx,
    orgId,
    all.map(({ versionId }) => versionId),
  );
  const stays = await wonStaysOf(tx, orgId, [...new Set(all.map(({ processId }) => processId))], ctx.today);
  const evidence = await evidenceOn(
    tx,
    orgId,
    all.map(({ id }) => id),
  );
  const total = await countWaiting(tx, ctx);
  const found = { deals, versions, stays, evidence };
  const calendar = calendarOf(ctx.org);
  const now = ctx.now.toISOString();
  const standings = new Map(
    [...onRuns].map(([runId, waiting]) => {
      const version = versions.get(deals.get(runId)?.versionId ?? "");
      const at = (key: string) => version?.stepAt[key] ?? 0;
      const inOrder = [...waiting].sort((a, b) => at(a.stepKey) - at(b.stepKey));
      const due = standing(inOrder, calendar, now);
      return [runId, { due, next: version ? chooseNext(due, version) : null }] as const;
    }),
  );
  const steps = mine.flatMap(({ runId, stepKey, later }): Waiting[] => {
    const deal = deals.get(runId);
    const version = deal && versions.get(deal.versionId);
    const step = version && stepOf(version, stepKey);
    const stands = standings.get(runId);
    const due = stands?.due.find((each) => each.stepKey === stepKey);
    if (!deal || !step || !due) return [];
    const until = due.until?.day ?? null;
    const left = until === null ? null : workingDaysBetween(ctx.today, until, calendar);
    const view = (rank: Waiting): TodayStep => ({
      deal: dealView(ctx, deal, found),
      stepKey,
      name: step.name,
      importance: step.importance,
      channel: step.channel,
      howTo: step.howTo,
      buyerGains: step.buyerGains,
      resources: step.resources,
      rule: todayRule(rank, ctx.today),
      next: stands?.next?.stepKey === stepKey ? stands.next.rule : null,
      passedIn: due.earlier ? (stageOf(version, step.stageKey)?.name ?? null) : null,
      from: due.from?.day ?? null,
      due: due.until,
      late: left !== null && until !== null && until < ctx.today ? Math.max(1, -left) : null,
      left: left !== null && until !== null && until >= ctx.today ? left : null,
      later,
    });
    const amountMinor = deal.currency === ctx.org.currency ? deal.amountMinor : null;
    return [{ ...due, runId, position: version.stepAt[stepKey] ?? 0, amountMinor, later, view }];
  });
  return { ...found, steps: rankToday(steps, ctx.today), total };
}

/** The page of the list after the step given, or the first. One that is gone meanwhile starts the list again. */
export function listOf(found: Found, after: { id: string; stepKey: string } | null = null): TodayList {
  const waiting = found.steps.filter(({ later }) => later === null);
  const last = after
    ? waiting.findIndex(({ runId, stepKey }) => runId === after.id && stepKey === after.stepKey)
    : -1;
  const steps = waiting.slice(last + 1, last + 1 + PAGE).map((step) => step.view(step));
  return {
    steps,
    routes: routesOf(found, steps),
    total: Math.min(found.total, COUNTED),
    more: found.total > COUNTED,
  };
}

/** The stages that the mini lines of these steps are drawn from. */
export function routesOf({ versions }: Found, steps: readonly TodayStep[]): TodayList["routes"] {
  const ids = [...new Set(steps.map(({ deal }) => deal.versionId))];
  return Object.fromEntries(
    ids.map((id) => {
      const stages = versions.get(id)?.stages ?? [];
      return [
        id,
        { stages: stages.map(({ name }) => name), proof: stages.some(({ criteria }) => criteria.length > 0) },
      ];
    }),
  );
}

function dealView(
  ctx: Ctx,
  deal: Deal,
  { versions, stays, evidence }: Omit<Found, "steps" | "total">,
): TodayDeal {
  const version = versions.get(deal.versionId);
  const stage = version && deal.stageKey ? stageOf(version, deal.stageKey) : null;
  const given = evidence.get(deal.id);
  const proven = version ? provenStage(version, (key) => given?.has(key) ?? false) : null;
  const { basis, thresholds } = stageHealth({
    ageDays: null,
    wonVisitDays: stays.get(deal.processId)?.get(deal.stageKey ?? "") ?? [],
    plannedDays: stage?.plannedDays ?? null,
  });
  return {
    id: deal.id,
    version: deal.version,
    title: deal.title,
    company: deal.company,
    amount: deal.amountMinor === null ? null : { minor: deal.amountMinor, currency: deal.currency },
    ownerName: deal.ownerId === ctx.member.id ? null : deal.owner,
    versionId: deal.versionId,
    stageIndex: stage?.index ?? 0,
    provenIndex: proven === null ? -1 : (version?.stageAt[proven] ?? -1),
    days: deal.enteredOn === null ? null : daysBetween(deal.enteredOn, ctx.today),
    pace: basis === "none" || thresholds.slow === null ? null : { basis, limit: Math.ceil(thresholds.slow) },
  };
}
