import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { MeetOnDeal } from "./input";
import { colleaguesOn, keepPresence, lastOf } from "./store-presence";
import type { DealMeeting } from "./view";

/**
 * Says that one has a deal open, and gives the colleagues who do too and the last thing that happened to it. The screen asks
 * every few seconds, so it leaves no audit behind.
 */
export const meetOnDeal = command({
  name: "deal.meet",
  input: MeetOnDeal,
  can: "deal.read",
  fleeting: true,
  async run({ tx, ctx, input }): Promise<DealMeeting | Refusal> {
    const last = await lastOf(tx, ctx, input.id);
    if (!last) return refuse("not-found");
    await keepPresence(tx, ctx, input.id);
    return {
      colleagues: await colleaguesOn(tx, ctx, input.id),
      newer: last.seq > input.seq ? { seq: last.seq, by: last.mine ? null : last.by } : null,
    };
  },
});
