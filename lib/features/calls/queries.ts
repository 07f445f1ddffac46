import "server-only";
import { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { callChoices } from "./choices";
import { CallChoicesFor, CallRef, CallsOf } from "./input";
import { callsNow } from "./now";
import { readCall } from "./read";
import { callsOfDeal, countCalls } from "./read-store";
import { dealForCall } from "./store";
import type { DealCalls } from "./view";

export { callsFigures } from "./figures";

/** Calls of one deal that are shown. */
const MOST = 50;

/** One call with its plan and what came of it. */
export const callsRead = query({
  name: "calls.read",
  input: CallRef,
  can: "deal.read",
  run: async ({ tx, ctx, input }) => (await readCall(tx, ctx, input.id)) ?? refuse("not-found"),
});

/** What the plan of a call on a deal can choose from. */
export const callsChoices = query({
  name: "calls.choices",
  input: CallChoicesFor,
  can: "deal.read",
  run: async ({ tx, ctx, input }) => (await callChoices(tx, ctx, input)) ?? refuse("not-found"),
});

/** The calls of a deal. */
export const callsOf = query({
  name: "calls.of",
  input: CallsOf,
  can: "deal.read",
  async run({ tx, ctx, input: { dealId } }) {
    const deal = await dealForCall(tx, ctx.org.id, dealId);
    if (!deal) return refuse("not-found");
    const far = reach(ctx.member.role, "deal.edit");
    return {
      dealId,
      calls: await callsOfDeal(tx, ctx, dealId, MOST),
      total: await countCalls(tx, ctx.org.id, dealId),
      mayPlan: deal.status === "open" && (far === "all" || (far === "own" && deal.ownerId === ctx.member.id)),
      today: ctx.today,
      timeZone: ctx.org.timeZone,
    } satisfies DealCalls;
  },
});

/** The calls that the person asking holds today, and earlier ones of which nothing was said yet. */
export const callsToday = query({
  name: "calls.today",
  input: z.strictObject({}),
  can: "deal.read",
  run: ({ tx, ctx }) => callsNow(tx, ctx),
});
