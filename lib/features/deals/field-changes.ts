import type { FieldName, RunEventBody } from "@/lib/domain/run/events";
import type { RunState } from "@/lib/domain/run/state";

const FIELD_OF = {
  title: "title",
  companyId: "company",
  contactId: "contact",
  productId: "product",
  ownerId: "owner",
  amount: "amount",
  expectedClose: "expectedClose",
  segment: "segment",
} as const satisfies Record<string, FieldName>;

/** The events that bring the fields from what they are to what is given; equal values change nothing. */
export function changesOf(
  state: RunState,
  given: Partial<Record<keyof typeof FIELD_OF, unknown>>,
): RunEventBody[] {
  return Object.entries(FIELD_OF).flatMap(([input, field]): RunEventBody[] => {
    const to = given[input as keyof typeof FIELD_OF];
    if (to === undefined) return [];
    const from = state.fields[field] ?? null;
    return same(from, to) ? [] : [{ type: "field.changed", field, from, to }];
  });
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return x.minor === y.minor && x.currency === y.currency;
}
