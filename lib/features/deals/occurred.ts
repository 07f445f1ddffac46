import type { Occurred } from "@/lib/domain/shared/day";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";

/** How far the clock of somebody's device may run ahead of ours. */
const CLOCK_MS = 5 * 60_000;

/**
 * When it happened: as given, or now. A moment decides its own day, in the organisation's zone; one of the next five
 * minutes is now, by a clock that runs ahead. Refuses occurred-in-future for what comes later than that.
 */
export function occurredOr(given: Occurred | undefined, ctx: Ctx): Occurred | Refusal {
  if (!given) return { day: ctx.today, at: ctx.now.toISOString() };
  const said = given.at === null ? null : new Date(given.at);
  const early = said && said > ctx.now && said.getTime() - ctx.now.getTime() <= CLOCK_MS;
  const at = early ? ctx.now : said;
  const day = at ? dayIn(ctx.org.timeZone, at) : given.day;
  if ((at && at > ctx.now) || day > ctx.today)
    return refuse("occurred-in-future", { today: ctx.today }, { field: "occurred" });
  return { day, at: at?.toISOString() ?? null };
}
