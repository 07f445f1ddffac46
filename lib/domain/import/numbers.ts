import { isRefusal, type Refusal, refuse } from "../shared/result";
import { isEmptyCell, trimmed } from "./empties";
import { createJudge, type Judge, type Verdict } from "./judge";

/** "plain" has digits only; "comma" writes 1.234,50 and "point" 1,234.50; both may group with spaces or apostrophes. */
export const NUMBER_READINGS = ["plain", "comma", "point"] as const;
export type NumberReading = (typeof NUMBER_READINGS)[number];
export type NumberVerdict = Verdict<NumberReading>;

/** An exact decimal: digits before and after the point, without leading zeros before and trailing zeros after. */
type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", US$: "USD", "¥": "JPY" };
const CURRENCY = /US\$|[€$£¥]|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/u;
const GROUPS: Readonly<Record<Exclude<NumberReading, "plain">, RegExp>> = {
  comma: /^([1-9]\d{0,2}(?:([. '’])\d{3})(?:\2\d{3})*|\d+)?(?:,(\d+|-{1,2}|–|—))?$/u,
  point: /^([1-9]\d{0,2}(?:([, '’])\d{3})(?:\2\d{3})*|\d+)?(?:\.(\d+|-{1,2}|–|—))?$/u,
};

let known: ReadonlySet<string> | null = null;

/** True for a currency code that exists (ISO 4217), so that "GTX 500" is a product and not five hundred GTX. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf("currency"));
  return known.has(code);
}

/** The currency written beside a number: a sign (€, $, £, ¥) or an existing code in capitals; null when there is none. */
export function currencyIn(value: string): string | null {
  const found = CURRENCY.exec(value)?.[0];
  if (!found) return null;
  return SIGNS[found] ?? (isCurrency(found) ? found : null);
}

/** The number as written, exactly, or null when it is none in this reading. Handles signs, brackets, `12k`, `12,-`. */
function readDecimal(value: string, reading: NumberReading): Decimal | null {
  if (!/\d/.test(value)) return null;
  let text = trimmed(value)
    .replace(/[\u00a0\u202f\u2009\s]+/g, " ")
    .replace(/[−‒]/g, "-");
  text = trimmed(text.replace(CURRENCY, (found) => (found in SIGNS || isCurrency(found) ? " " : found)));
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) text = trimmed(bracketed[1] ?? "");
  const signed = /^([-+]) ?(.*)$/.exec(text) ?? /^(.*\d) ?(-)$/.exec(text);
  if (signed) {
    const before = signed[1] === "-" || signed[1] === "+";
    negative = (before ? signed[1] : signed[2]) === "-";
    text = trimmed((before ? signed[2] : signed[1]) ?? "");
  }
  if (bracketed && signed) return null;
  const scaled = /^(.*?)(?:( ?(?:k|K))| ?(mln|mio|Mio))\.?$/.exec(text);
  const shift = scaled ? (scaled[2] ? 3 : 6) : 0;
  if (scaled) text = trimmed(scaled[1] ?? "");
  const parts = reading === "plain" ? plainParts(text) : groupedParts(text, reading);
  if (!parts) return null;
  return normalise(negative || bracketed !== null, parts[0], parts[1], shift);
}

const plainParts = (text: string): [string, string] | null => (/^\d+$/.test(text) ? [text, ""] : null);

function groupedParts(text: string, reading: Exclude<NumberReading, "plain">): [string, string] | null {
  const found = GROUPS[reading].exec(text);
  if (!found || (found[1] === undefined && found[3] === undefined)) return null;
  const fraction = /^\d+$/.test(found[3] ?? "") ? (found[3] ?? "") : "";
  if (found[1] === undefined && fraction === "") return null;
  return [(found[1] ?? "0").replace(/\D/g, ""), fraction];
}

function normalise(negative: boolean, whole: string, fraction: string, shift: number): Decimal {
  const moved = fraction.padEnd(shift, "0");
  const left = `${whole}${moved.slice(0, shift)}`.replace(/^0+(?=\d)/, "");
  const right = moved.slice(shift).replace(/0+$/, "");
  return { negative: negative && (left !== "0" || right !== ""), whole: left, fraction: right };
}

const toText = ({ negative, whole, fraction }: Decimal): string =>
  `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;

/**
 * Judges how a whole column writes its numbers. A sample's `means` is the number with a decimal point. Values such as
 * `1.234` in every row are a question: 1234 or 1.234.
 */
export const createNumberJudge = (): Judge<NumberReading> =>
  createJudge(
    NUMBER_READINGS,
    (value, reading) => {
      const decimal = readDecimal(value, reading);
      return decimal && toText(decimal);
    },
    isEmptyCell,
  );

/** The exact number as text with a decimal point (`1234.5`). Refuses (`import.not-a-number`) what is none. */
export function parseNumber(value: string, reading: NumberReading): string | Refusal {
  const decimal = readDecimal(value, reading);
  return decimal ? toText(decimal) : refuse("import.not-a-number", { value: trimmed(value), reading });
}

const digitsOf = new Map<string, number>();

/** Decimals of a currency's minor unit (ISO 4217): 2 for EUR, 0 for JPY. 2 for a code that does not exist. */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) return 2;
  const kept = digitsOf.get(currency);
  if (kept !== undefined) return kept;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/**
 * An amount in minor units (cents when `digits` is 2), by moving the decimal point: no rounding, no binary fractions.
 * Refuses what is no number (`import.not-a-number`), has more decimals than the currency (`import.amount-too-precise`)
 * or is beyond exact integers (`import.amount-too-large`).
 */
export function parseMoney(value: string, reading: NumberReading, digits = 2): number | Refusal {
  const text = parseNumber(value, reading);
  if (isRefusal(text)) return text;
  const [whole = "0", fraction = ""] = text.split(".");
  if (fraction.length > digits) return refuse("import.amount-too-precise", { value: trimmed(value), digits });
  const minor = Number(`${whole}${fraction.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(minor)) return refuse("import.amount-too-large", { value: trimmed(value) });
  return minor === 0 ? 0 : minor;
}
