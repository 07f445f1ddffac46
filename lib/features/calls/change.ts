import "server-only";
import type { z } from "zod";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { type LoadedRun, recordOn } from "@/lib/features/runs/record";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command, type Work } from "@/lib/platform/verb";
import { placeOf } from "./store";

export type CallChanged = { readonly id: string; readonly version: number };

/** A call is worked by who holds it and by the owner of its deal; null when there is none. */
export async function ownerOfCall(tx: Tx, ctx: Ctx, id: string): Promise<{ ownerId: string | null } | null> {
  const place = await placeOf(tx, ctx.org.id, id);
  if (!place) return null;
  return { ownerId: place.ownerId === ctx.member.id ? place.ownerId : place.dealOwnerId };
}

/** Now, as the organisation dates it. */
export const nowOf = (ctx: Ctx): Occurred => ({ day: ctx.today, at: ctx.now.toISOString() });

/** Declares a verb that changes one call and nothing else; the domain decides which events follow. */
export function callCommand<S extends z.ZodType<{ id: string; version?: number }, unknown>>(spec: {
  name: string;
  input: S;
  evenDeleted?: boolean;
  decide: (
    run: LoadedRun,
    input: z.output<S>,
    work: Work<z.output<S>>,
  ) => readonly RunEventBody[] | Refusal | Promise<readonly RunEventBody[] | Refusal>;
}) {
  return command({
    name: spec.name,
    input: spec.input,
    can: "deal.edit",
    owner: ({ tx, ctx, input }) => ownerOfCall(tx, ctx, input.id),
    async run(work): Promise<CallChanged | Refusal> {
      const { tx, ctx, input } = work;
      const target = {
        id: input.id,
        kind: "call" as const,
        version: input.version ?? null,
        occurred: nowOf(ctx),
        evenDeleted: spec.evenDeleted ?? false,
      };
      const recorded = await recordOn(tx, ctx, target, (run) => spec.decide(run, input, work));
      return isRefusal(recorded) ? recorded : { id: recorded.id, version: recorded.version };
    },
  });
}
