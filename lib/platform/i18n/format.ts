import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Locale } from "@/lib/domain/shared/text";

const TAG: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };

// Building an Intl formatter costs far more than using one, and a board formats hundreds of values.
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<Locale, Intl.RelativeTimeFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(TAG[locale], options);
  numberFormats.set(key, made);
  return made;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAG[locale], options);
  dateFormats.set(key, made);
  return made;
}

// Suffixes and ranges are ours, not Intl's: browsers and Node disagree about them, and a page would not hydrate.
const SHORT: readonly {
  readonly from: number;
  readonly unit: number;
  readonly suffix: Record<Locale, string>;
}[] = [
  { from: 999_950_000, unit: 1e9, suffix: { en: "bn", nl: "\u00a0mld." } },
  { from: 999_950, unit: 1e6, suffix: { en: "m", nl: "\u00a0mln." } },
  { from: 1000, unit: 1000, suffix: { en: "k", nl: "k" } },
];

function compact(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
  const short = SHORT.find(({ from }) => Math.abs(value) >= from);
  const parts = numberFormat(locale, {
    ...options,
    minimumFractionDigits: 0,
    maximumFractionDigits: short ? 1 : 0,
  }).formatToParts(value / (short?.unit ?? 1));
  const last = parts.findLastIndex(({ type }) => type === "integer" || type === "fraction");
  return parts
    .map((part, index) => part.value + (index === last ? (short?.suffix[locale] ?? "") : ""))
    .join("");
}

/** A plain number in the language's own notation; at most `digits` decimals (default 0). */
export function number(value: number, locale: Locale, digits = 0): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A share between 0 and 1 as a percentage, for example `0.52` as "52%". */
export function percent(share: number, locale: Locale, digits = 0): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/**
 * An amount in minor units (cents) in its own currency. Whole amounts show no cents. `compact` gives "€37.5k"
 * for cards and charts; `bare` leaves the currency out where the column header names it.
 */
export function money(
  minor: number,
  currency: string,
  locale: Locale,
  options: { compact?: boolean; bare?: boolean } = {},
): string {
  const style = { style: "currency", currency } as const;
  const scale = 10 ** (numberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2);
  const value = minor / scale;
  const shown = options.bare ? ({ style: "decimal" } as const) : style;
  if (options.compact) return compact(value, locale, shown);
  return numberFormat(locale, { ...shown, trailingZeroDisplay: "stripIfInteger" }).format(value);
}

/** A range of shares with the sign once, for example "41–74%". */
export function percentRange(low: number, high: number, locale: Locale): string {
  return `${number(100 * low, locale)}–${percent(high, locale)}`;
}

/** A range of numbers, for example "52–61"; at most `digits` decimals (default 0). */
export function numberRange(low: number, high: number, locale: Locale, digits = 0): string {
  return `${number(low, locale, digits)}–${number(high, locale, digits)}`;
}

/** How a day is written: "Wed 25 Nov" (short), "25 Nov" (date), with the year, "25 November 2026" (long) or "Nov 2026" (month) or "Wednesday 25 November" (weekday). */
export type DayStyle = "short" | "date" | "year" | "long" | "month" | "weekday";
const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", day: "numeric", month: "short" },
  date: { day: "numeric", month: "short" },
  year: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "short", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
};

/** A calendar day; it is never shifted by a time zone. */
export function day(value: Day, locale: Locale, style: DayStyle = "short"): string {
  return dateFormat(locale, { ...DAY_STYLES[style], timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
}

/** A moment in the given time zone (the organisation's), for example "Wed 25 Nov, 09:40". */
export function instant(value: Instant, timeZone: string, locale: Locale): string {
  const options = { ...DAY_STYLES.short, hour: "2-digit", minute: "2-digit", timeZone } as const;
  return dateFormat(locale, options).format(new Date(value));
}

/** Days from today in words: `0` is "today", `1` "tomorrow", `-3` "3 days ago". */
export function relativeDays(days: number, locale: Locale): string {
  const known = relativeFormats.get(locale);
  const format = known ?? new Intl.RelativeTimeFormat(TAG[locale], { numeric: "auto" });
  if (!known) relativeFormats.set(locale, format);
  return format.format(days, "day");
}

/** Names in the language's own way: "a, b and c". */
export function list(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAG[locale], { type: "conjunction" }).format(names);
}

/** Every formatter bound to one language; server: `formatter(await getLocale())`, components: `useFormat()`. */
export function formatter(locale: Locale) {
  return {
    number: (value: number, digits?: number) => number(value, locale, digits),
    percent: (share: number, digits?: number) => percent(share, locale, digits),
    percentRange: (low: number, high: number) => percentRange(low, high, locale),
    numberRange: (low: number, high: number, digits?: number) => numberRange(low, high, locale, digits),
    money: (minor: number, currency: string, options?: { compact?: boolean; bare?: boolean }) =>
      money(minor, currency, locale, options),
    day: (value: Day, style?: DayStyle) => day(value, locale, style),
    instant: (value: Instant, timeZone: string) => instant(value, timeZone, locale),
    relativeDays: (days: number) => relativeDays(days, locale),
    list: (names: readonly string[]) => list(names, locale),
  };
}
export type Formatter = ReturnType<typeof formatter>;
