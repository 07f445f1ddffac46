import type { Occurred } from "@/lib/domain/shared/day";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";

/**
 * When it happened: as given, or now. A moment decides its own day, in the organisation's zone. Refuses
 * occurred-in-future for what comes after the request's own moment or day.
 */
export function occurredOr(given: Occurred | undefined, ctx: Ctx): Occurred | Refusal {
  if (!given) return { day: ctx.today, at: ctx.now.toISOString() };
  const at = given.at === null ? null : new Date(given.at);
  const day = at ? dayIn(ctx.org.timeZone, at) : given.day;
  if ((at && at > ctx.now) || day > ctx.today)
    return refuse("occurred-in-future", { today: ctx.today }, { field: "occurred" });
  return { day, at: at?.toISOString() ?? null };
}
