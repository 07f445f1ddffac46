import { z } from "zod";
import { readAmount, writeAmount } from "@/lib/domain/shared/amount-input";
import { isDay } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import { isRefusal } from "@/lib/domain/shared/result";
import type { Locale } from "@/lib/domain/shared/text";

/** What a deal's form holds: texts as typed. Messages of the schema are keys of `deals.problems`. */
export type DealValues = {
  title: string;
  companyId: string | null;
  /** A new company's name while none is chosen. */
  companyName: string;
  ownerId: string;
  productId: string;
  amount: string;
  expectedClose: string;
  segment: string;
  processId: string;
  stageKey: string;
};

/** The form's own checks; the amount is read in the person's language. */
export function dealSchema(locale: Locale, currency: string) {
  return z
    .object({
      title: z.string().trim().min(1, "required").max(200, "long"),
      companyId: z.string().nullable(),
      companyName: z.string().trim().max(200, "long"),
      ownerId: z.string().min(1, "required"),
      productId: z.string(),
      amount: z.string(),
      expectedClose: z.string().refine((text) => text === "" || isDay(text), "day-unclear"),
      segment: z.string().trim().max(100, "long"),
      processId: z.string(),
      stageKey: z.string(),
    })
    .superRefine(({ amount }, check) => {
      const read = readAmount(amount, locale, currency);
      if (read !== null && isRefusal(read)) {
        check.addIssue({ code: "custom", path: ["amount"], message: read.code });
      }
    });
}

/** The amount of a form that passed its checks. */
export function amountIn(text: string, locale: Locale, currency: string): Money | null {
  const read = readAmount(text, locale, currency);
  return read === null || isRefusal(read) ? null : read;
}

/** An amount as the form shows it for editing, with its currency when that is not the form's own. */
export const amountText = (money: Money | null, locale: Locale, currency: string): string => {
  if (!money) return "";
  const written = writeAmount(money, locale);
  return money.currency === currency ? written : `${money.currency} ${written}`;
};
