import "server-only";
import type { DealValues } from "@/lib/domain/import/row-values";
import { decideClose, decideMove } from "@/lib/domain/run/decide-turn";
import type { RunEventBody } from "@/lib/domain/run/events";
import { lastTurn } from "@/lib/domain/run/limits";
import type { RunState } from "@/lib/domain/run/state";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { compareOccurred } from "@/lib/domain/timing/order";
import { bringBackBuyer } from "@/lib/features/runs/bring-back";
import { recordOn } from "@/lib/features/runs/record";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { addsAttributes, type DealNow, dealChanges } from "./deal-changes";

/** What a changed deal was before, to put it back. */
export type DealBefore = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly turn: { readonly stageKey: string | null; readonly status: string } | null;
  readonly attributes: unknown;
  readonly fingerprint: string | null;
};

const nowOf = (ctx: Ctx): Occurred => ({ day: ctx.today, at: ctx.now.toISOString() });

/** The given moment, or, where a later turn is known here, that turn: history is never rewritten by a file. */
function notBefore(state: RunState, wanted: Occurred): Occurred {
  const last = lastTurn(state);
  return last && compareOccurred(wanted, last) < 0 ? last : wanted;
}

/** Brings a deal to what its row says, by events; gives its new version and what it was before. */
export async function changeDeal(
  tx: Tx,
  ctx: Ctx,
  now: DealNow,
  values: DealValues,
): Promise<{ version: number; before: DealBefore }> {
  const { fields, move, close, deviation } = dealChanges(now, values);
  const target = { id: now.id, version: null };
  let version = now.version;
  const record = async (
    occurred: Occurred,
    decide: (
      state: RunState,
      run: Parameters<Parameters<typeof recordOn>[3]>[0],
    ) => readonly RunEventBody[] | Refusal,
  ) => {
    const done = await recordOn(tx, ctx, { ...target, occurred }, (run) => decide(run.state, run));
    if (isRefusal(done)) throw new Error(`a deal could not be changed: ${done.code}`);
    version = done.version;
    return done;
  };
  const changed = fields.map((change): RunEventBody => ({ type: "field.changed", ...change }));
  let { state } = await record(nowOf(ctx), () => changed);
  if (move) {
    const occurred = notBefore(state, move.on ?? nowOf(ctx));
    ({ state } = await record(occurred, (at, run) =>
      // A deal on another version may not have the stage; it then stays where it is.
      run.compiled.stageAt[move.to] === undefined
        ? []
        : decideMove(at, run.compiled, { to: move.to, deviation, occurred }, ctx.today),
    ));
  }
  if (close) {
    const { outcome, closeReason: reason, closeNote: note, amount, on } = close;
    const occurred = notBefore(state, on);
    await record(occurred, (at, run) =>
      decideClose(at, run.compiled, { outcome, reason, note, amount, deviation, occurred }, ctx.today),
    );
  }
  return {
    version,
    before: {
      fields: {
        ...Object.fromEntries(fields.map(({ field, from }) => [field, from])),
        ...(close?.amount && { amount: now.amount }),
      },
      turn: move || close ? { stageKey: now.stageKey, status: now.status } : null,
      attributes: addsAttributes(now.attributes, values.attributes) ? now.attributes : null,
      fingerprint: now.fingerprint,
    },
  };
}

/** Puts a deal back to what it was before its row changed it, by new events; the history keeps both. */
export async function restoreDeal(tx: Tx, ctx: Ctx, id: string, { fields, turn }: DealBefore): Promise<void> {
  const occurred = nowOf(ctx);
  const done = await recordOn(tx, ctx, { id, version: null, occurred }, async ({ state }) => {
    // No deal was at it since, so that it may lie in the trash by now.
    await bringBackBuyer(tx, ctx, fields);
    const changes = Object.entries(fields).map(([field, to]): RunEventBody => {
      const name = field as keyof RunState["fields"];
      return { type: "field.changed", field: name, from: state.fields[name] ?? null, to };
    });
    if (!turn?.stageKey) return changes;
    const { stageKey } = turn;
    if (state.status === "closed" && turn.status === "open")
      return [...changes, { type: "run.reopened", stageKey }];
    return state.stageKey === stageKey
      ? changes
      : [...changes, { type: "run.moved", from: state.stageKey, to: stageKey, deviation: null }];
  });
  if (isRefusal(done)) throw new Error(`a deal could not be put back: ${done.code}`);
}
