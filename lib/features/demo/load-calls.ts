import "server-only";
import { isCallChannel } from "@/lib/domain/calls/types";
import { type CompiledVersion, stepOf } from "@/lib/domain/process/compile";
import { addDays, type Day } from "@/lib/domain/shared/day";
import { addWorkingDays, type Calendar, isWorkingDay, nextWorkingDay } from "@/lib/domain/timing/calendar";
import { instantAt } from "@/lib/domain/timing/zone";
import type { NewActivity, NewDeal } from "@/lib/features/runs/open";
import { type NewCall, openCalls } from "@/lib/features/runs/open-call";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { type CallEnd, type CallPlace, callHistory } from "./call-history";
import { callProcessId, scriptOf } from "./call-scripts";
import { demoId } from "./ids";
import { seeded } from "./random";
import { existingRuns, type OpenDeal, openDealsOf } from "./store";
import type { DemoProcess, DemoWorld } from "./worlds";

/** Calls are written down since this many days. */
const SINCE_DAYS = 150;
/** A call is planned this many days ahead, where its deal is that old. */
const AHEAD_DAYS = 3;
/** Only deals of this age have calls that wait: they were planned a while ago. */
const GROWN_DAYS = 7;
const MS_PER_DAY = 86_400_000;

type Version = { readonly id: string; readonly compiled: CompiledVersion };
type Made = { readonly deal: NewDeal; readonly activities: readonly NewActivity[] };

/** The later of two moments. */
const last = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/** A number that is the same for the same id. */
const numberOf = (id: string): number => Number.parseInt(id.slice(-7), 16);

/**
 * Opens the calls behind the activities of deals: what a rep logged of a step that is a call was planned and written down as
 * one. Gives what was learned by the ids of the activities, which say the same.
 */
export async function openCallsOf(
  tx: Tx,
  ctx: Ctx,
  world: DemoWorld,
  {
    process,
    callProcess,
    versions,
  }: { process: DemoProcess; callProcess: Version | null; versions: readonly Version[] },
  deals: readonly Made[],
): Promise<ReadonlyMap<string, string>> {
  const script = scriptOf(world.slug);
  const learned = new Map<string, string>();
  if (!callProcess || script?.about !== process.templateKey) return learned;
  const since = addDays(ctx.today, -SINCE_DAYS);
  const compiled = new Map([callProcess, ...versions].map(({ id, compiled }) => [id, compiled]));
  const calls = deals.flatMap(({ deal, activities }): NewCall[] => {
    const [opened] = deal.events;
    const version = opened.type === "run.opened" ? compiled.get(opened.versionId) : undefined;
    if (opened.type !== "run.opened" || !version) return [];
    const { versionId } = opened;
    const logged = new Set(deal.events.flatMap((e) => (e.type === "activity.logged" ? [e.activityId] : [])));
    return activities.flatMap(({ id, kind, stepKey, occurred, actorId }): NewCall[] => {
      const random = seeded(numberOf(id));
      const { at, day } = occurred;
      if (!stepKey || !script.plans[stepKey] || !isCallChannel(kind) || at === null) return [];
      if (day < since || !logged.has(id) || !random.chance(0.6)) return [];
      const place: CallPlace = {
        ...{
          slug: world.slug,
          timeZone: world.timeZone,
          script,
          process: callProcess,
          deal: version,
          stepKey,
        },
        stageKey: stepOf(version, stepKey)?.stageKey ?? null,
        ownerId: actorId,
      };
      const before = new Date(Date.parse(at) - AHEAD_DAYS * MS_PER_DAY).toISOString();
      const moment = { at, channel: kind, plannedAt: last(before, opened.occurred.at ?? at) };
      const history = callHistory(random, place, moment, { kind: "held" });
      if (history.learned !== null) learned.set(id, history.learned);
      const about = { id: deal.id, ownerId: actorId, versionId };
      return [{ id, processId: callProcessId(world.slug), deal: about, events: history.events }];
    });
  });
  await openCalls(tx, ctx, calls, compiled);
  return learned;
}

/** When a rep's calls are, from today: working days, minutes past midnight, and what became of those before now. */
const DIARY: readonly { readonly days: number; readonly minutes: number; readonly end: CallEnd }[] = [
  { days: 0, minutes: 10 * 60, end: { kind: "planned" } },
  { days: 0, minutes: 15 * 60 + 30, end: { kind: "planned" } },
  { days: -1, minutes: 14 * 60, end: { kind: "planned" } },
  { days: 1, minutes: 11 * 60, end: { kind: "planned" } },
  { days: -3, minutes: 9 * 60 + 30, end: { kind: "not-held", reason: "no-show" } },
  { days: 3, minutes: 9 * 60, end: { kind: "planned" } },
  { days: -6, minutes: 16 * 60, end: { kind: "not-held", reason: "buyer-cancelled" } },
  { days: 5, minutes: 13 * 60 + 30, end: { kind: "planned" } },
];

/** The day that lies so many working days from today, or from the first one after it. */
function dayFrom(today: Day, days: number, calendar: Calendar): Day {
  const from = isWorkingDay(today, calendar) ? today : nextWorkingDay(today, 1, calendar);
  return addWorkingDays(from, days, calendar);
}

/** Fills the diaries of the reps: calls of today and the days around it on deals that are open. */
export async function fillDiaries(
  tx: Tx,
  ctx: Ctx,
  world: DemoWorld,
  { callProcess, versions }: { callProcess: Version | null; versions: readonly Version[] },
): Promise<void> {
  const script = scriptOf(world.slug);
  if (!callProcess || !script) return;
  const calendar = calendarOf(ctx.org);
  const compiled = new Map([callProcess, ...versions].map(({ id, compiled }) => [id, compiled]));
  const processId = demoId(world.slug, "process", script.about);
  const grown = addDays(ctx.today, -GROWN_DAYS);
  const open = await openDealsOf(tx, ctx.org.id, {
    processId,
    until: grown,
    steps: Object.keys(script.plans),
  });
  const byRep = new Map<string, OpenDeal[]>();
  for (const deal of open) byRep.set(deal.ownerId, [...(byRep.get(deal.ownerId) ?? []), deal]);
  const calls = [...byRep.values()].flatMap((deals) =>
    DIARY.flatMap(({ days, minutes, end }, index): NewCall[] => {
      const deal = deals[index];
      const version = deal && compiled.get(deal.versionId);
      if (!deal || !version) return [];
      const { ownerId, versionId, stageKey } = deal;
      const id = demoId(deal.id, "talk", days);
      const stepKey = days < 0 && end.kind === "not-held" ? null : deal.stepKey;
      const place: CallPlace = {
        ...{ slug: world.slug, timeZone: world.timeZone, script, process: callProcess, deal: version },
        ...{ stepKey, stageKey, ownerId },
      };
      const at = instantAt(dayFrom(ctx.today, days, calendar), minutes, world.timeZone);
      const ahead = new Date(Math.min(Date.parse(at), ctx.now.getTime()) - AHEAD_DAYS * MS_PER_DAY);
      const spoken = stepKey === null ? null : (stepOf(version, stepKey)?.channel ?? null);
      const moment = {
        at,
        plannedAt: ahead.toISOString(),
        channel: isCallChannel(spoken) ? spoken : ("call" as const),
      };
      const { events } = callHistory(seeded(numberOf(id)), place, moment, end);
      return [
        { id, processId: callProcessId(world.slug), deal: { id: deal.id, ownerId, versionId }, events },
      ];
    }),
  );
  const there = await existingRuns(
    tx,
    ctx.org.id,
    calls.map(({ id }) => id),
  );
  await openCalls(
    tx,
    ctx,
    calls.filter(({ id }) => !there.has(id)),
    compiled,
  );
}
