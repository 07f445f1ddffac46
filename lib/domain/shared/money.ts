/** An amount in the currency's minor unit (euro cents). Amounts in different currencies are never added. */
export type Money = { readonly minor: number; readonly currency: string };

/** A sum per currency, in a stable order, so that nothing is added across currencies by accident. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
