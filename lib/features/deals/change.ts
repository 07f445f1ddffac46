import "server-only";
import type { z } from "zod";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { tell } from "@/lib/features/inbox/commands";
import { type LoadedRun, recordOn } from "@/lib/features/runs/record";
import type { Ctx } from "@/lib/platform/context";
import { command, type Work } from "@/lib/platform/verb";
import { occurredOr } from "./occurred";
import { ownerOf } from "./store";

type ChangeInput = { id: string; version?: number; occurred?: Occurred | undefined };

/** What every change of a deal answers. */
export type Changed = { readonly id: string; readonly version: number; readonly seq: number };

/**
 * Declares a verb that changes one deal: reps only their own, the version checked, the domain deciding which events
 * follow. `now` is the organisation's day for the domain's checks.
 */
export function dealCommand<S extends z.ZodType<ChangeInput, unknown>>(spec: {
  name: string;
  input: S;
  evenDeleted?: boolean;
  /** Who may do it besides the deal's owner is told by giving them as its owner. */
  owner?: (work: Work<z.output<S>>) => Promise<{ ownerId: string } | null>;
  decide: (
    run: LoadedRun,
    input: z.output<S>,
    occurred: Occurred,
    work: Work<z.output<S>>,
  ) => readonly RunEventBody[] | Refusal | Promise<readonly RunEventBody[] | Refusal>;
}) {
  return command({
    name: spec.name,
    input: spec.input,
    can: "deal.edit",
    owner: spec.owner ?? (({ tx, ctx, input }) => ownerOf(tx, ctx.org.id, input.id)),
    async run(work): Promise<Changed | Refusal> {
      const { tx, ctx, input } = work;
      const occurred = occurredOr(input.occurred, ctx as Ctx);
      if (isRefusal(occurred)) return occurred;
      const target = {
        id: input.id,
        version: input.version ?? null,
        occurred,
        evenDeleted: spec.evenDeleted ?? false,
      };
      let owner: unknown = null;
      const recorded = await recordOn(tx, ctx, target, (run) => {
        owner = run.state.fields.owner;
        return spec.decide(run, input, occurred, work);
      });
      if (isRefusal(recorded)) return recorded;
      const now = recorded.state.fields.owner;
      if (now !== owner && typeof now === "string")
        await tell(tx, ctx, { memberId: now, kind: "deal-given", runId: recorded.id });
      return { id: recorded.id, version: recorded.version, seq: recorded.seq };
    },
  });
}
