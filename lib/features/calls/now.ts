import "server-only";
import { addDays } from "@/lib/domain/shared/day";
import { startOfDay } from "@/lib/domain/timing/zone";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { callsWaiting } from "./read-store";
import type { TodayCalls } from "./view";

/** Calls of one day that are shown. */
const MOST = 50;

/** The calls that whoever `ctx` is holds today, and earlier ones of which nothing was said yet. */
export async function callsNow(tx: Tx, ctx: Ctx): Promise<TodayCalls> {
  const { today } = ctx;
  const { timeZone } = ctx.org;
  const until = new Date(startOfDay(addDays(today, 1), timeZone));
  const calls = await callsWaiting(tx, ctx, until, MOST + 1);
  return { calls: calls.slice(0, MOST), total: calls.length, today, timeZone };
}
