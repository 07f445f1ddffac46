"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { writeAmount } from "@/lib/domain/shared/amount-input";
import type { DealValues } from "./deal-form";
import { readQuickLine } from "./quick-line";
import { useLanguage } from "./words";

type Filled = Pick<DealValues, "title" | "companyName" | "amount">;

/**
 * A deal typed as one line: the fields below show what was understood of it while one types. A field that was filled in by
 * hand is left as it is.
 */
export function DealLine({ form, currency }: { form: UseFormReturn<DealValues>; currency: string }) {
  const t = useTranslations("deals.quick");
  const locale = useLanguage();
  const [line, setLine] = useState("");
  const filled = useRef<Filled>({ title: "", companyName: "", amount: "" });
  const read = (typed: string) => {
    setLine(typed);
    const deal = readQuickLine(typed, locale, currency);
    const next: Filled = {
      title: deal?.title ?? "",
      companyName: deal?.company ?? "",
      amount: deal?.amount ? writeAmount(deal.amount, locale) : "",
    };
    for (const name of ["title", "companyName", "amount"] as const) {
      const isOwn = form.getValues(name) !== filled.current[name];
      if (isOwn || (name === "companyName" && form.getValues("companyId") !== null)) continue;
      form.setValue(name, next[name], { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
      filled.current = { ...filled.current, [name]: next[name] };
    }
  };
  return (
    <Field label={t("label")} hint={t("fills")} optional>
      <Input
        value={line}
        onChange={(event) => read(event.target.value)}
        placeholder={t("placeholder")}
        most={300}
        autoComplete="off"
      />
    </Field>
  );
}
