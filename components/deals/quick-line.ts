import { readAmount } from "@/lib/domain/shared/amount-input";
import type { Money } from "@/lib/domain/shared/money";
import { isRefusal } from "@/lib/domain/shared/result";
import type { Locale } from "@/lib/domain/shared/text";

export type QuickDeal = { company: string | null; title: string; amount: Money | null };

/** "Peeters Staalbouw, ERP rollout 48,5k": the company before the first comma, the amount at the end, the rest the title. */
export function readQuickLine(line: string, locale: Locale, currency: string): QuickDeal | null {
  const words = line.trim().split(/\s+/);
  let amount: Money | null = null;
  // A currency may stand apart from its number, so the last two words count as one amount first.
  for (const take of [2, 1]) {
    if (words.length <= take) continue;
    const tail = words.slice(-take).join(" ");
    const read = /\d/.test(tail) ? readAmount(tail, locale, currency) : null;
    if (read === null || isRefusal(read)) continue;
    amount = read;
    words.splice(-take);
    break;
  }
  const rest = words.join(" ").replace(/[,;]+$/, "");
  if (!rest) return null;
  const comma = rest.indexOf(", ");
  if (comma < 1) return { company: null, title: rest, amount };
  return { company: rest.slice(0, comma).trim(), title: rest.slice(comma + 2).trim(), amount };
}
