import type { Occurred } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";

/** When it happened: as given, or now. */
export const occurredOr = (given: Occurred | undefined, ctx: Ctx): Occurred =>
  given ?? { day: ctx.today, at: ctx.now.toISOString() };
