"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { readAmount } from "@/lib/domain/shared/amount-input";
import { isRefusal } from "@/lib/domain/shared/result";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useLanguage } from "./words";

/** An amount as a person types it, shown back as it was understood. A currency typed beside it counts. */
export function AmountField({
  label,
  value,
  currency,
  error,
  ...rest
}: { label: string; value: string; currency: string; error?: string } & Omit<
  ComponentProps<typeof Input>,
  "value"
>) {
  const t = useTranslations("deals.form");
  const format = useFormat();
  const locale = useLanguage();
  const read = readAmount(value, locale, currency);
  const shown =
    read && !isRefusal(read) ? t("reads", { amount: format.money(read.minor, read.currency) }) : null;
  return (
    <Field label={label} optional hint={shown ?? t("amountHint", { currency })} error={error}>
      <Input {...rest} value={value} inputMode="text" autoComplete="off" numeric most={40} />
    </Field>
  );
}
