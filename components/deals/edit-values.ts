import type { Money } from "@/lib/domain/shared/money";
import type { Locale } from "@/lib/domain/shared/text";
import type { EditDeal } from "@/lib/features/deals/input";
import type { DealView } from "@/lib/features/deals/view";
import { amountIn, amountText, type DealValues } from "./deal-form";

/** The fields that the sheet edits, as the server keeps them. */
export type Stored = {
  title: string;
  companyId: string | null;
  productId: string | null;
  ownerId: string;
  amount: Money | null;
  expectedClose: string | null;
  segment: string | null;
};
export const EDITED = [
  "title",
  "companyId",
  "amount",
  "expectedClose",
  "ownerId",
  "productId",
  "segment",
] as const satisfies readonly (keyof Stored)[];
export type Edited = (typeof EDITED)[number];

/** What a deal's page knows of the edited fields. */
export const storedOf = (deal: DealView): Stored => ({
  title: deal.title,
  companyId: deal.company?.id ?? null,
  productId: deal.product?.id ?? null,
  ownerId: deal.owner.id,
  amount: deal.amount,
  expectedClose: deal.expectedClose,
  segment: deal.segment,
});

/** What a refused save says is there now: fields by their names in the history. */
export function storedNow(fields: Record<string, unknown>): Stored {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    title: text(fields.title) ?? "",
    companyId: text(fields.company),
    productId: text(fields.product),
    ownerId: text(fields.owner) ?? "",
    amount: (fields.amount as Money | null | undefined) ?? null,
    expectedClose: text(fields.expectedClose),
    segment: text(fields.segment),
  };
}

/** Stored fields as texts of the form. */
export const toValues = (stored: Stored, locale: Locale, currency: string): DealValues => ({
  title: stored.title,
  companyId: stored.companyId,
  companyName: "",
  ownerId: stored.ownerId,
  productId: stored.productId ?? "",
  amount: amountText(stored.amount, locale, currency),
  expectedClose: stored.expectedClose ?? "",
  segment: stored.segment ?? "",
  processId: "",
  stageKey: "",
});

/** The form's texts as fields to keep. A new company's name is not among them: it has to be made first. */
export const fromValues = (values: DealValues, locale: Locale, currency: string): Stored => ({
  title: values.title.trim(),
  companyId: values.companyId,
  productId: values.productId || null,
  ownerId: values.ownerId,
  amount: amountIn(values.amount, locale, currency),
  expectedClose: values.expectedClose || null,
  segment: values.segment.trim() || null,
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Only what the person changed: what nobody touched is never sent, so it never overwrites a colleague's change. */
export function changesFrom(base: Stored, mine: Stored): EditDeal["fields"] {
  return Object.fromEntries(
    EDITED.filter((field) => !same(base[field], mine[field])).map((field) => [field, mine[field]]),
  );
}

/** Fields that both sides changed, and not to the same. */
export const conflictsOf = (base: Stored, mine: Stored, theirs: Stored): Edited[] =>
  EDITED.filter(
    (field) =>
      !same(base[field], mine[field]) &&
      !same(base[field], theirs[field]) &&
      !same(mine[field], theirs[field]),
  );
