import "server-only";
import type { z } from "zod";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { tell } from "@/lib/features/inbox/commands";
import { loadRun, recordHot } from "@/lib/features/runs/hot";
import { type LoadedRun, recordOn } from "@/lib/features/runs/record";
import type { Ctx } from "@/lib/platform/context";
import { command, type Work } from "@/lib/platform/verb";
import { occurredOr } from "./occurred";
import { ownerOf } from "./store";

type ChangeInput = { id: string; version?: number; occurred?: Occurred | undefined };

/** What every change of a deal answers. */
export type Changed = { readonly id: string; readonly version: number; readonly seq: number };

type Decided = readonly RunEventBody[] | Refusal;
/** Decides from the run alone: what people do all day, so it takes two round trips. */
type Pure<I> = {
  pure: (run: LoadedRun, input: I, occurred: Occurred, ctx: Ctx) => Decided;
  decide?: undefined;
};
/** Has to read more to decide. */
type Reading<I> = {
  decide: (run: LoadedRun, input: I, occurred: Occurred, work: Work<I>) => Decided | Promise<Decided>;
  pure?: undefined;
};

const changedBy = ({ id, version, seq }: Changed): Changed => ({ id, version, seq });
const targetOf = ({ evenDeleted = false }, { id, version }: ChangeInput, occurred: Occurred) => ({
  id,
  version: version ?? null,
  occurred,
  evenDeleted,
});

/**
 * Declares a verb that changes one deal: reps only their own, the version checked, the domain deciding which events
 * follow. `now` is the organisation's day for the domain's checks.
 */
export function dealCommand<S extends z.ZodType<ChangeInput, unknown>>(
  spec: {
    name: string;
    input: S;
    evenDeleted?: boolean;
    /** Who may do it besides the deal's owner is told by giving them as its owner. */
    owner?: (work: Work<z.output<S>>) => Promise<{ ownerId: string } | null>;
  } & (Pure<z.output<S>> | Reading<z.output<S>>),
) {
  const { pure } = spec;
  return command<S, Changed>({
    name: spec.name,
    input: spec.input,
    can: "deal.edit",
    owner: spec.owner ?? (({ tx, ctx, input }) => ownerOf(tx, ctx.org.id, input.id)),
    async run(work): Promise<Changed | Refusal> {
      const { tx, ctx, input } = work;
      const occurred = occurredOr(input.occurred, ctx as Ctx);
      if (isRefusal(occurred)) return occurred;
      const target = targetOf(spec, input, occurred);
      let owner: unknown = null;
      const recorded = await recordOn(tx, ctx, target, (run) => {
        owner = run.state.fields.owner;
        return spec.pure ? spec.pure(run, input, occurred, ctx) : spec.decide(run, input, occurred, work);
      });
      if (isRefusal(recorded)) return recorded;
      const now = recorded.state.fields.owner;
      if (now !== owner && typeof now === "string")
        await tell(tx, ctx, { memberId: now, kind: "deal-given", runId: recorded.id });
      return changedBy(recorded);
    },
    hot: pure && {
      load: ({ id }) => loadRun(id),
      decide({ ctx, input, loaded }) {
        const occurred = occurredOr(input.occurred, ctx);
        if (isRefusal(occurred)) return occurred;
        const recorded = recordHot(ctx, loaded, targetOf(spec, input, occurred), (run) =>
          pure(run, input, occurred, ctx),
        );
        if (recorded === null || isRefusal(recorded)) return recorded;
        return { value: changedBy(recorded.recorded), write: recorded.write };
      },
    },
  });
}
