import "server-only";
import { maturityOf } from "@/lib/domain/maturity/maturity";
import { refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { gatherFacts } from "./facts";
import { RecordReview } from "./input";
import { insertReview } from "./store";

/**
 * Records that people looked at whether a process works, with the figures as they stood at that moment, so that the
 * review can be read later without asking what they knew.
 */
export const recordReview = command({
  name: "review.record",
  input: RecordReview,
  can: "review.record",
  async run({ tx, ctx, input }) {
    const { judged } = await gatherFacts(tx, ctx);
    const one = judged.find(({ process }) => process.id === input.processId);
    if (!one) return refuse("not-found");
    const { level } = maturityOf(one.facts);
    const snapshot = {
      formatVersion: 1,
      at: ctx.now.toISOString(),
      version: one.process.version,
      level,
      facts: one.facts,
    };
    await insertReview(tx, ctx, { ...input, snapshot });
    return { id: input.id, day: ctx.today };
  },
});
