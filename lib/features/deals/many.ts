import "server-only";
import type { Deviation } from "@/lib/domain/run/events";
import type { RunState } from "@/lib/domain/run/state";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { tell } from "@/lib/features/inbox/commands";
import type { Recorded } from "@/lib/features/runs/outcome";
import { type LoadedRun, recordOn, type Shares } from "@/lib/features/runs/record";
import { addToTotals, netDeltas } from "@/lib/features/runs/totals";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { editEvents, moveEvents, undoEvents } from "./decisions";
import { ChangeMany, type OneOfMany } from "./many-input";
import { lockDeals, wasGivenBy } from "./many-store";
import { occurredOr } from "./occurred";
import type { ChangedMany } from "./view";

/**
 * Changes the owner, the stage or the expected close of some deals, each by itself and by the rules of a single change: what
 * is refused stays as it was and is named with its reason, the rest is done. Refuses not-found, not-yours,
 * owner-unknown and owner-reads-only when that holds for all of them.
 */
export const changeManyDeals = command({
  name: "deal.change-many",
  input: ChangeMany,
  can: "deal.edit",
  // Whose each deal is, is asked deal by deal.
  owner: async ({ ctx }) => ({ ownerId: ctx.member.id }),
  timeoutMs: 60_000,
  async run({ tx, ctx, input }): Promise<ChangedMany | Refusal> {
    const occurred = occurredOr(undefined, ctx);
    if (isRefusal(occurred)) return occurred;
    // All are locked first, in one order, so that two of these never wait for each other in a circle.
    await lockDeals(
      tx,
      ctx,
      input.deals.map(({ id }) => id),
    );
    const shares: Shares = { before: [], after: [] };
    const answer: ChangedMany = { changed: [], same: [], refused: [] };
    const given = new Map<string, string[]>();
    for (const change of input.deals) {
      const { id, version } = change;
      let before: RunState | null = null;
      const recorded = await recordOn(tx, ctx, { id, version, occurred, shares }, async (run) => {
        before = run.state;
        return (
          (await notTheirs(tx, ctx, run, change)) ??
          events(run, change, input.deviation, occurred, { tx, ctx })
        );
      });
      const was = before as RunState | null;
      if (isRefusal(recorded)) {
        if (recorded.code === "stage-same") answer.same.push(id);
        else answer.refused.push({ id, title: titleOf(was ?? staleTitle(recorded)), refusal: recorded });
      } else if (recorded.version === version) answer.same.push(id);
      else {
        answer.changed.push(backTo(was, change, recorded));
        if ("ownerId" in change) given.set(change.ownerId, [...(given.get(change.ownerId) ?? []), id]);
      }
    }
    const whole = wholly(answer.refused, input.deals.length);
    if (whole) return whole;
    await addToTotals(tx, ctx, netDeltas(shares.before, shares.after));
    await tellOwners(tx, ctx, given);
    return answer;
  },
});

/** Tells each who was given deals which one, or how many. */
async function tellOwners(tx: Tx, ctx: Ctx, given: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for (const [memberId, [first, ...more]] of given) {
    if (!first) continue;
    await tell(
      tx,
      ctx,
      more.length
        ? { memberId, kind: "deals-given", deals: more.length + 1 }
        : { memberId, kind: "deal-given", runId: first },
    );
  }
}

/** What is refused as a whole when it holds for all: then nothing of it was anybody's to change. */
const WHOLE: ReadonlySet<string> = new Set(["not-found", "not-yours", "owner-unknown", "owner-reads-only"]);

/** The refusal of all of them, where it is one of those. */
function wholly(refused: ChangedMany["refused"], all: number): Refusal | null {
  const [first] = refused;
  if (!first || refused.length < all || !WHOLE.has(first.refusal.code)) return null;
  return refused.every(({ refusal }) => refusal.code === first.refusal.code) ? first.refusal : null;
}

const titleOf = (state: Pick<RunState, "fields"> | null): string | null => {
  const title = state?.fields.title;
  return typeof title === "string" ? title : null;
};

/** What a refusal of a deal that changed meanwhile says of it. */
const staleTitle = ({ current }: Refusal) => (current ?? null) as Pick<RunState, "fields"> | null;

/** Who may change only their own deals may still take back that they gave one away. */
async function notTheirs(tx: Tx, ctx: Ctx, run: LoadedRun, change: OneOfMany): Promise<Refusal | null> {
  const { owner } = run.state.fields;
  if (ctx.reach === "all" || owner === ctx.member.id) return null;
  const takesBack = "ownerId" in change && change.ownerId === ctx.member.id;
  return takesBack && (await wasGivenBy(tx, ctx, run.id, run.state.seq)) ? null : refuse("not-yours");
}

function events(
  run: LoadedRun,
  change: OneOfMany,
  deviation: Deviation | null,
  occurred: Occurred,
  work: { tx: Tx; ctx: Ctx },
) {
  if ("undo" in change) return undoEvents(run, change.undo, work);
  if (!("stageKey" in change)) {
    const { id: _id, version: _version, ...fields } = change;
    return editEvents(run, fields, work);
  }
  return moveEvents(run, { to: change.stageKey, deviation, occurred }, work.ctx);
}

/** What puts the deal back to where it was. */
function backTo(was: RunState | null, change: OneOfMany, { version, seq, state }: Recorded): OneOfMany {
  const { id } = change;
  if ("stageKey" in change) return { id, version, undo: seq };
  if ("undo" in change) return { id, version, stageKey: was?.stageKey ?? state.stageKey ?? "" };
  if ("ownerId" in change) return { id, version, ownerId: String(was?.fields.owner ?? change.ownerId) };
  return { id, version, expectedClose: (was?.fields.expectedClose ?? null) as Day | null };
}
