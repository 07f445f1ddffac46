import { minorDigits } from "../import/numbers";
import type { RunState } from "../run/state";
import type { Money } from "../shared/money";
import type { Condition, Step } from "./types";

/** Whether a step is meant for a run; unknown while the run lacks what its conditions ask for. */
export type Applies = "yes" | "no" | "unknown";

/**
 * Holds a step's conditions against what a run is now: all must hold. One that certainly fails decides, whatever is
 * unknown beside it. An amount in another currency is unknown, because no rate is as old as the run.
 */
export function applies(step: Pick<Step, "conditions">, fields: RunState["fields"]): Applies {
  const held = step.conditions.map((condition) => holds(condition, fields));
  if (held.includes("no")) return "no";
  return held.includes("unknown") ? "unknown" : "yes";
}

function holds(condition: Condition, fields: RunState["fields"]): Applies {
  switch (condition.kind) {
    case "amount":
      return inRange(condition, fields.amount as Money | null | undefined);
    case "segment":
      return among(condition.anyOf.map(plain), plainOr(fields.segment));
    case "product":
      return among(condition.anyOf, typeof fields.product === "string" ? fields.product : null);
  }
}

function inRange(
  { currency, from, below }: Extract<Condition, { kind: "amount" }>,
  amount: Money | null | undefined,
): Applies {
  if (from === null && below === null) return "yes";
  if (!amount || amount.currency !== currency) return "unknown";
  const units = amount.minor / 10 ** minorDigits(currency);
  return (from === null || units >= from) && (below === null || units < below) ? "yes" : "no";
}

/** A condition that names nothing asks for nothing. */
function among(wanted: readonly string[], value: string | null): Applies {
  if (wanted.length === 0) return "yes";
  if (value === null) return "unknown";
  return wanted.includes(value) ? "yes" : "no";
}

const plain = (text: string): string => text.trim().toLowerCase();
const plainOr = (value: unknown): string | null =>
  typeof value === "string" && value.trim() ? plain(value) : null;
