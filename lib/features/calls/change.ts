import "server-only";
import type { z } from "zod";
import type { RunEventBody } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { type LoadedRun, recordOn } from "@/lib/features/runs/record";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command, type Work } from "@/lib/platform/verb";
import { dealForCall, placeOf } from "./store";

export type CallChanged = { readonly id: string; readonly version: number };

/** A call is worked by who holds it and by the owner of its deal; null when there is none. */
export async function ownerOfCall(tx: Tx, ctx: Ctx, id: string): Promise<{ ownerId: string | null } | null> {
  const place = await placeOf(tx, ctx.org.id, id);
  if (!place) return null;
  return { ownerId: place.ownerId === ctx.member.id ? place.ownerId : place.dealOwnerId };
}

/** Now, as the organisation dates it. */
export const nowOf = (ctx: Ctx): Occurred => ({ day: ctx.today, at: ctx.now.toISOString() });

export type DealOfCall = NonNullable<Awaited<ReturnType<typeof dealForCall>>>;

/** The deal of a call, held: locked before the call, as by everything that locks both. Null when either is gone. */
async function holdDeal(tx: Tx, ctx: Ctx, id: string): Promise<DealOfCall | null> {
  const place = await placeOf(tx, ctx.org.id, id);
  return place && dealForCall(tx, ctx.org.id, place.dealId, { held: true });
}

/**
 * Declares a verb that changes one call and nothing else; the domain decides which events follow. One whose decision reads the
 * deal too says `ofDeal` and gets it held: owner, version and status stay what they are until the call is written.
 */
export function callCommand<S extends z.ZodType<{ id: string; version?: number }, unknown>>(
  spec: {
    name: string;
    input: S;
    evenDeleted?: boolean;
  } & (
    | {
        ofDeal?: undefined;
        decide: (run: LoadedRun, input: z.output<S>) => readonly RunEventBody[] | Refusal;
      }
    | {
        decide?: undefined;
        ofDeal: (
          run: LoadedRun,
          deal: DealOfCall,
          work: Work<z.output<S>>,
        ) => Promise<readonly RunEventBody[] | Refusal>;
      }
  ),
) {
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
      const deal = spec.ofDeal ? await holdDeal(tx, ctx, input.id) : null;
      const recorded = await recordOn(tx, ctx, target, (run) => {
        if (!spec.ofDeal) return spec.decide(run, input);
        return deal ? spec.ofDeal(run, deal, work) : refuse("not-found");
      });
      return isRefusal(recorded) ? recorded : { id: recorded.id, version: recorded.version };
    },
  });
}
