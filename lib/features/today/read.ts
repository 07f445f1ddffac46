import "server-only";
import { todayFigures } from "@/lib/domain/guidance/today-figures";
import { quietOf } from "@/lib/domain/insights/quiet";
import { stageHealth } from "@/lib/domain/insights/stage-health";
import { reach } from "@/lib/domain/policy/permissions";
import { stageOf } from "@/lib/domain/process/compile";
import { addDays, type Day, daysBetween, weekday } from "@/lib/domain/shared/day";
import { sumByCurrency } from "@/lib/domain/shared/money";
import { isWorkingDay, nextWorkingDay } from "@/lib/domain/timing/calendar";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { type Found, findToday, listOf, routesOf } from "./list";
import { anyOpen, type Deal, processesFor } from "./store";
import { countOpen } from "./tidy-store";
import type { QuietDeal, TodayView, WithBuyer } from "./view";

/** Days that are shown ahead. */
const DAYS = 5;
/** Lines in a side list; the rest is counted. */
const LINES = 5;

const nameOf = ({ company, title }: Deal): string => company ?? title;

/** Everything Today shows to the person asking. */
export async function readToday(tx: Tx, ctx: Ctx): Promise<TodayView> {
  const found = await findToday(tx, ctx);
  const own = [...found.deals.values()].filter(({ ownerId }) => ownerId === ctx.member.id);
  const list = listOf(found);
  const waiting = found.steps.filter(({ later }) => later === null);
  const calendar = calendarOf(ctx.org);
  const tomorrow = nextWorkingDay(ctx.today, 1, calendar);
  const monday = addDays(ctx.today, 8 - weekday(ctx.today));
  const later = found.steps.filter(({ later: until }) => until !== null).map((step) => step.view(step));
  const quiet = quietDeals(found, own, ctx.today);
  const withBuyer = openWithBuyer(found, own, ctx.today);
  return {
    ...list,
    name: ctx.member.name,
    today: ctx.today,
    hour: hourIn(ctx.org.timeZone, ctx.now),
    timeZone: ctx.org.timeZone,
    currency: ctx.org.currency,
    mayEdit: reach(ctx.member.role, "deal.edit") !== null,
    mayCreate: reach(ctx.member.role, "deal.create") !== null,
    mayDesign: reach(ctx.member.role, "process.edit") !== null,
    figures: todayFigures(waiting, daysAhead(ctx.today, calendar), list.total),
    later,
    routes: routesOf(found, [...list.steps, ...later]),
    tomorrow,
    nextWeek: isWorkingDay(monday, calendar) ? monday : nextWorkingDay(monday, 1, calendar),
    openDeals: own.length,
    leads: own.length === 0 && reach(ctx.member.role, "deal.edit") === "all" && (await anyOpen(tx, ctx)),
    noNextStep: own.filter(({ idle }) => idle).map((deal) => ({ id: deal.id, name: nameOf(deal) })),
    quiet: {
      deals: quiet.slice(0, LINES),
      total: quiet.length,
      sums: sumByCurrency(quiet.flatMap(({ amount }) => amount ?? [])),
    },
    withBuyer: { items: withBuyer.slice(0, LINES), total: withBuyer.length },
    tidy: await countOpen(tx, ctx),
    process: await processesFor(tx, ctx),
  };
}

const hourIn = (timeZone: string, now: Date): number =>
  Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(now));

/** Today and the working days after it. */
function daysAhead(today: Day, calendar: Parameters<typeof isWorkingDay>[1]): [Day, ...Day[]] {
  const days: [Day, ...Day[]] = [today];
  while (days.length < DAYS) days.push(nextWorkingDay(days.at(-1) ?? today, 1, calendar));
  return days;
}

/** Quiet deals, the longest past their limit first. */
function quietDeals({ versions, stays }: Found, own: readonly Deal[], today: Day): QuietDeal[] {
  return own
    .flatMap((deal): QuietDeal[] => {
      const version = versions.get(deal.versionId);
      const quiet = quietOf({
        lastTwoWay: deal.lastTwoWay,
        openedOn: deal.openedOn,
        today,
        wonVisitDays: stays.get(deal.processId)?.get(deal.stageKey ?? "") ?? [],
        plannedDays: (version && deal.stageKey && stageOf(version, deal.stageKey)?.plannedDays) || null,
      });
      if (!quiet) return [];
      const amount = deal.amountMinor === null ? null : { minor: deal.amountMinor, currency: deal.currency };
      return [{ id: deal.id, name: nameOf(deal), amount, quiet, never: deal.lastTwoWay === null }];
    })
    .sort((a, b) => b.quiet.days - b.quiet.limit - (a.quiet.days - a.quiet.limit) || (a.id < b.id ? -1 : 1));
}

/** What the buyer still has to confirm, where the stage takes longer than its own pace; the longest past it first. */
function openWithBuyer({ versions, stays, evidence }: Found, own: readonly Deal[], today: Day): WithBuyer[] {
  return own
    .flatMap((deal): WithBuyer[] => {
      const version = versions.get(deal.versionId);
      const stage = version && deal.stageKey ? stageOf(version, deal.stageKey) : null;
      if (!stage || deal.enteredOn === null) return [];
      const wonVisitDays = stays.get(deal.processId)?.get(stage.key) ?? [];
      const days = daysBetween(deal.enteredOn, today);
      const { thresholds } = stageHealth({ ageDays: null, wonVisitDays, plannedDays: stage.plannedDays });
      const limit = thresholds.slow;
      if (limit === null || days <= limit) return [];
      return stage.criteria
        .filter(({ key, evidence: kind }) => kind === "buyer-confirmed" && !evidence.get(deal.id)?.has(key))
        .map(({ text }) => ({ id: deal.id, name: nameOf(deal), text, days, limit: Math.ceil(limit) }));
    })
    .sort((a, b) => b.days - b.limit - (a.days - a.limit) || (a.id < b.id ? -1 : 1));
}
