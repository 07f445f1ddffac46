import type { Ctx } from "./context";

/** Milliseconds after its last sign of life that a colleague is no longer shown. */
const PRESENT_FOR = 15_000;

/** Whoever gave no sign of life since this moment has gone. */
export const goneSince = (ctx: Ctx): Date => new Date(ctx.now.getTime() - PRESENT_FOR);
