import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { switchRuns } from "@/lib/features/runs/switch";
import type { Switched } from "@/lib/features/runs/view";
import { command } from "@/lib/platform/verb";
import { MoveDeals } from "./input";
import { findProcess } from "./store";

/**
 * Puts open deals on another version of their process, each in the stage that is named; nothing of what was done, waived or
 * proven is lost, and no stay starts over. A deal that cannot go stays and is named with the reason. What comes back in
 * `moved` puts the deals where they were when sent in again. Refuses not-found (the process, or a deal or version that is none of it).
 */
export const moveDeals = command({
  name: "process.move-deals",
  input: MoveDeals,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Switched | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    return switchRuns(tx, ctx, process.id, input.deals);
  },
});
