import type { Money } from "../shared/money";
import { type Estimate, type EstimateContext, estimate } from "../statistics/estimate";

/** What one unit of a currency is worth in the base currency, in whole units (not minor ones). */
export type Rates = { readonly base: string; readonly perUnit: Readonly<Record<string, number>> };

/** Amounts in one currency: how many deals had one, and their sum in minor units. */
export type CurrencyRow = {
  readonly currency: string;
  readonly deals: number;
  readonly valued: number;
  readonly minor: number;
};

/** A value over deals: always per currency, and as one total only when every currency has a rate. */
export type ValueFigure = {
  readonly sums: readonly Money[];
  /** In minor units of `currency`; insufficient when a rate is missing. `n` counts the deals that have an amount. */
  readonly total: Estimate;
  readonly currency: string;
  /** Currencies without a rate: what to add before there is a total. */
  readonly missing: readonly string[];
};

const digits = new Map<string, number>();

/** Digits after the point: 2 for the euro, 0 for the yen. */
export function minorDigits(currency: string): number {
  const kept = digits.get(currency);
  if (kept !== undefined) return kept;
  const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const found = options.maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** An amount in minor units of the base currency, rounded to the nearest; null when there is no rate. */
export function convert({ minor, currency }: Money, { base, perUnit }: Rates): number | null {
  if (currency === base) return minor;
  const rate = perUnit[currency];
  if (rate === undefined || !(rate > 0)) return null;
  return Math.round(minor * rate * 10 ** (minorDigits(base) - minorDigits(currency)));
}

/** The value of deals from their sums per currency. Deals without an amount are listed as excluded. */
export function valueFigure(
  rows: readonly CurrencyRow[],
  rates: Rates,
  context: EstimateContext,
): ValueFigure {
  const perCurrency = new Map<string, CurrencyRow>();
  for (const row of rows) {
    const sum = perCurrency.get(row.currency) ?? { currency: row.currency, deals: 0, valued: 0, minor: 0 };
    perCurrency.set(row.currency, {
      currency: row.currency,
      deals: sum.deals + row.deals,
      valued: sum.valued + row.valued,
      minor: sum.minor + row.minor,
    });
  }
  const sums = [...perCurrency.values()]
    .filter(({ valued }) => valued > 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const missing = sums.filter((sum) => convert(sum, rates) === null);
  const value =
    missing.length > 0 ? null : sums.reduce((total, sum) => total + (convert(sum, rates) ?? 0), 0);
  const exclusions = [
    { reason: "no-amount", n: rows.reduce((sum, { deals, valued }) => sum + deals - valued, 0) },
    ...missing.map(({ currency, valued }) => ({ reason: "no-rate", n: valued, what: currency })),
  ];
  const n = sums.reduce((sum, { valued }) => sum + valued, 0);
  const total = estimate({ value, unit: "money", n, method: "sum" }, 0, { ...context, exclusions });
  return {
    sums: sums.map(({ currency, minor }) => ({ currency, minor })),
    total: missing.length > 0 ? { ...total, status: "insufficient" } : total,
    currency: rates.base,
    missing: missing.map(({ currency }) => currency),
  };
}
