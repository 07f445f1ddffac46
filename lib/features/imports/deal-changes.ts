import type { DealValues } from "@/lib/domain/import/row-values";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { keptDeviation, unprovenExits } from "@/lib/domain/run/decide-turn";
import type { Deviation, FieldName, Outcome } from "@/lib/domain/run/events";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";

/** A deal as it stands, as far as a row of a file may change it. */
export type DealNow = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly owner: string;
  readonly company: string | null;
  readonly product: string | null;
  readonly segment: string | null;
  readonly amount: Money | null;
  readonly expectedClose: Day | null;
  /** The day it began; null where nobody knows. */
  readonly openedOn: Day | null;
  readonly stageKey: string | null;
  readonly status: string;
  readonly outcome: Outcome | null;
  readonly closedOn: Day | null;
  readonly externalId: string | null;
  readonly fingerprint: string | null;
  readonly attributes: unknown;
  /** The stages of the version it follows, by key. */
  readonly stages: Readonly<Record<string, number>>;
  /** Those stages' keys by the names they have there. */
  readonly stageNames: Readonly<Record<string, string>>;
  /** The version it follows, and what of the deal says which criteria a move would pass. */
  readonly compiled: CompiledVersion | null;
  readonly visits: readonly { readonly stageKey: string }[];
  readonly criteria: Readonly<Record<string, unknown>>;
  /** What its owner, company and product are called. */
  readonly names: Readonly<Record<"owner" | "company" | "product", string | null>>;
};

export type FieldChange = { readonly field: FieldName; readonly from: unknown; readonly to: unknown };
export type DealChanges = {
  readonly fields: readonly FieldChange[];
  /** To another stage, on the day the file gives, if it gives one. */
  readonly move: { readonly to: string; readonly on: Occurred | null } | null;
  /** The stage a row names that the deal's version lacks: the deal stays where it is. */
  readonly elsewhere: string | null;
  /** Why it moves, or is won, past criteria without proof. */
  readonly deviation: Deviation | null;
  readonly close:
    | (Pick<DealValues, "closeReason" | "closeNote" | "amount"> & {
        readonly outcome: Outcome;
        readonly on: Occurred;
      })
    | null;
};

/**
 * What a row changes of a deal that is there. An empty cell says nothing and changes nothing. A deal that was closed
 * here stays closed: a file never reopens. `NEW` stands for a record that is still to be made.
 */
export function dealChanges(now: DealNow, values: DealValues): DealChanges {
  const idOf = (reference: DealValues["company"]) => reference && (reference.id ?? NEW);
  const closing = now.status === "open" && values.outcome !== null && values.closedOn !== null;
  const given: [FieldName, unknown][] = [
    ["title", values.titleMade ? null : values.title],
    ["owner", idOf(values.owner)],
    ["company", idOf(values.company)],
    ["product", idOf(values.product)],
    // The amount of a closing is part of that event.
    ["amount", closing ? null : values.amount],
    ["expectedClose", values.expectedClose],
    ["segment", values.segment],
  ];
  const fields = given.flatMap(([field, to]): FieldChange[] => {
    const from = now[field as keyof DealNow] ?? null;
    return to === null || same(from, to) ? [] : [{ field, from, to }];
  });
  const to = now.status === "open" && values.stageKey !== now.stageKey ? values.stageKey : null;
  const moves = to !== null && now.stages[to] !== undefined;
  const entered =
    values.stageDates.find(({ stageKey }) => stageKey === values.stageKey)?.on ?? values.stageEnteredOn;
  return {
    fields,
    move: moves ? { to, on: entered } : null,
    elsewhere: moves ? null : to,
    deviation: keptDeviation({ reason: null, note: values.turnNote ?? null }),
    close:
      closing && values.outcome && values.closedOn
        ? {
            outcome: values.outcome,
            closeReason: values.closeReason,
            closeNote: values.closeNote,
            amount: same(now.amount, values.amount) ? null : values.amount,
            on: values.closedOn,
          }
        : null,
  };
}

/**
 * Whether such changes pass criteria that the process wants a reason for, and the row says none: then they are not made. Looked at stage by stage, as they are written: first the move, then the win.
 */
export function passesUnproven(now: DealNow, { move, close, deviation }: DealChanges): boolean {
  if (!now.compiled || deviation !== null) return false;
  const won = close?.outcome === "won";
  if (!move && !won) return false;
  return unprovenExits(now, now.compiled, won ? null : (move?.to ?? null)).length > 0;
}

export const NEW = "new";

/** Whether such changes, with attributes, leave a deal as it is. */
export const changesNothing = (
  { fields, move, close }: DealChanges,
  now: DealNow,
  values: DealValues,
): boolean => fields.length === 0 && !move && !close && !addsAttributes(now.attributes, values.attributes);

/** True when an attribute of the row is not there yet, or is another. */
export const addsAttributes = (now: unknown, given: Readonly<Record<string, string>>): boolean =>
  Object.entries(given).some(([name, value]) => (now as Record<string, unknown> | null)?.[name] !== value);

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [x, y] = [a as Money, b as Money];
  return x.minor === y.minor && x.currency === y.currency;
}
