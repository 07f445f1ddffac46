import type { FieldDef } from "./field";
import { editDistance } from "./fuzzy";
import { headerForms } from "./headers";
import type { SuggestionReason } from "./suggestion";

export type HeaderMatch = { readonly score: number; readonly reason: SuggestionReason };

/**
 * How well a header names a field, 0 to 100: a name known from our own list or another system's export counts most,
 * then one with a typo, then one that holds the name among other words. Null when it does not.
 */
export function matchHeader(
  header: string,
  field: FieldDef,
  entities: readonly string[],
): HeaderMatch | null {
  const forms = headerForms(header, entities);
  const names = [
    ...Object.entries(field.systems ?? {}).flatMap(([system, known]) =>
      known.map((name) => ({ name, system })),
    ),
    ...field.names.map((name) => ({ name, system: null })),
  ];
  let best: HeaderMatch | null = null;
  for (const [depth, form] of forms.entries()) {
    for (const [rank, { name, system }] of names.entries()) {
      const match = compare(form, name, system, depth * 8 + Math.min(rank * 0.1, 7));
      if (match && match.score > (best?.score ?? 0)) best = match;
    }
  }
  return best;
}

function compare(form: string, name: string, system: string | null, penalty: number): HeaderMatch | null {
  if (form === name) return { score: 100 - penalty, reason: { code: "known-header", system } };
  if (form.length >= 6 && editDistance(form, name, 1) <= 1)
    return { score: 70 - penalty, reason: { code: "similar-header", name } };
  if (name.length >= 5 && ` ${form} `.includes(` ${name} `))
    return { score: 60 - penalty, reason: { code: "similar-header", name } };
  return null;
}
