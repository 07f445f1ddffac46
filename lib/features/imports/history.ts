import { dealEvents } from "@/lib/domain/import/deal-events";
import type { DealValues } from "@/lib/domain/import/row-values";
import { type FieldName, type RunEventBody, UNKNOWN_DAY } from "@/lib/domain/run/events";
import type { Occurred } from "@/lib/domain/shared/day";

type Happened = RunEventBody & { readonly occurred: Occurred };

/**
 * The events of a new deal from its row. Where the file does not say since when a deal is in its stage, earlier stages
 * are left out too: their end is not known either, and an invented day would count in every duration. An open deal
 * whose file names no stage stands in the first one, since nobody knows when. The amount of a closed deal belongs to
 * its closing: what it was before, the file does not say.
 */
export function historyOf(
  values: DealValues,
  order: readonly string[],
  versionId: string,
  fields: Readonly<Partial<Record<FieldName, unknown>>>,
): [Happened, ...Happened[]] {
  const assumed = values.outcome === null && values.stageKey === null && values.stageDates.length === 0;
  const at = assumed ? { ...values, stageKey: order[0] ?? null } : values;
  const { opened, moves, closed } = dealEvents(at, order);
  const unknown = moves.some(({ occurred }) => occurred === null);
  const entryKnown = opened.entryKnown && !unknown && !assumed;
  const first: Happened = {
    type: "run.opened",
    versionId,
    stageKey: unknown ? at.stageKey : opened.stageKey,
    startKnown: opened.startKnown,
    ...(opened.startKnown && !entryKnown && { entryKnown: false as const }),
    fields,
    occurred: opened.occurred ?? { day: UNKNOWN_DAY, at: null },
  };
  const turns = (unknown ? [] : moves).flatMap(({ from, to, occurred }): Happened[] =>
    occurred ? [{ type: "run.moved", from, to, deviation: null, occurred }] : [],
  );
  const end: Happened[] = closed
    ? [
        {
          type: "run.closed",
          outcome: closed.outcome,
          reason: closed.outcome === "won" ? null : closed.reason,
          note: closed.note,
          amount: closed.amount,
          occurred: closed.occurred,
        },
      ]
    : [];
  return [first, ...turns, ...end];
}
