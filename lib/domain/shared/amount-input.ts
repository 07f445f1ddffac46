import { currencyIn, minorDigits, parseMoney } from "../import/numbers";
import type { Money } from "./money";
import { isRefusal, type Refusal, refuse } from "./result";
import type { Locale } from "./text";

/** Both readings, the reader's own first: `1.234` is one thousand in Dutch, and in English too, since euros have no third decimal. */
const READINGS = { nl: ["comma", "point"], en: ["point", "comma"] } as const;

/**
 * An amount as a person types it: `1.234,50`, `1,234.50`, `12k`, `€ 900`, `$500`. The reader's language decides
 * between readings that both hold; a currency written beside it wins over `currency`. Null for an empty text.
 * Refuses amount-unclear, amount-too-precise and amount-too-large.
 */
export function readAmount(text: string, locale: Locale, currency: string): Money | null | Refusal {
  if (text.trim() === "") return null;
  const written = currencyIn(text) ?? currency;
  const [first, second] = READINGS[locale].map((reading) => parseMoney(text, reading, minorDigits(written)));
  if (typeof first === "number") return { minor: first, currency: written };
  if (typeof second === "number") return { minor: second, currency: written };
  const codes = [first, second].map((answer) => (isRefusal(answer) ? answer.code : ""));
  if (codes.includes("import.amount-too-large")) return refuse("amount-too-large");
  if (codes.includes("import.amount-too-precise")) {
    return refuse("amount-too-precise", { digits: minorDigits(written), currency: written });
  }
  return refuse("amount-unclear");
}

/** The amount as `readAmount` reads it back in the same language: whole amounts without decimals, no grouping. */
export function writeAmount(money: Money, locale: Locale): string {
  const digits = minorDigits(money.currency);
  const sign = money.minor < 0 ? "-" : "";
  const padded = String(Math.abs(money.minor)).padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  const fraction = padded.slice(padded.length - digits);
  const decimals = /[1-9]/.test(fraction) ? `${locale === "nl" ? "," : "."}${fraction}` : "";
  return `${sign}${whole}${decimals}`;
}
