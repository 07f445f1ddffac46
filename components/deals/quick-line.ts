import { readAmount } from "@/lib/domain/shared/amount-input";
import type { Money } from "@/lib/domain/shared/money";
import { isRefusal } from "@/lib/domain/shared/result";
import type { Locale } from "@/lib/domain/shared/text";

export type QuickDeal = { company: string | null; title: string; amount: Money | null };

/** From how many digits on a bare number after words is money: "Windows 11" and "Rollout 2026" are names. */
const MONEY_DIGITS = 5;

/**
 * "Peeters Staalbouw, ERP rollout 48,5k": the company before the first comma, the amount at the end or alone between
 * commas, the rest the title. A bare number after a word is part of the name; it is an amount when it is written as one or
 * stands alone after a comma.
 */
export function readQuickLine(line: string, locale: Locale, currency: string): QuickDeal | null {
  const words = line.trim().split(/\s+/);
  let amount: Money | null = null;
  // A currency may stand apart from its number, so the last two words count as one amount first.
  for (const take of [2, 1]) {
    if (words.length <= take) continue;
    const tail = words.slice(-take).join(" ");
    const read = /\d/.test(tail) ? readAmount(tail, locale, currency) : null;
    if (read === null || isRefusal(read)) continue;
    const alone = /[,;]$/.test(words.at(-take - 1) ?? "");
    if (!alone && isName(tail)) continue;
    amount = read;
    words.splice(-take);
    break;
  }
  const parts = words
    .join(" ")
    .replace(/[,;]+$/, "")
    .split(", ");
  // What follows an amount that stands between commas is more of the title: "Jansen, cameras, 12.5k, for the yard".
  for (let at = parts.length - 2; amount === null && at > 0; at--) {
    const part = parts[at] ?? "";
    const read = /^\D{0,4}\d\S*$/.test(part) && !isName(part) ? readAmount(part, locale, currency) : null;
    if (read === null || isRefusal(read)) continue;
    amount = read;
    parts.splice(at, 1);
  }
  const rest = parts.join(", ");
  if (!rest) return null;
  const comma = rest.indexOf(", ");
  if (comma < 1) return { company: null, title: rest, amount };
  return { company: rest.slice(0, comma).trim(), title: rest.slice(comma + 2).trim(), amount };
}

/** A number as names have it: few digits, "8.1", "(2)", "-3". Money has a sign, a k, thousands, cents or more digits. */
function isName(tail: string): boolean {
  const digits = /^[-+(]?(\d+)(?:[.,]\d)?[)-]?$/.exec(tail)?.[1];
  return digits !== undefined && (digits.length < MONEY_DIGITS || digits.startsWith("0"));
}
