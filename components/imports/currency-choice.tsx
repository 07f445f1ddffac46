"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import { mapImport } from "@/lib/features/imports/actions";
import type { PartProps } from "./part-props";

const COMMON = ["EUR", "USD", "GBP", "CHF", "SEK", "DKK", "NOK", "PLN", "CZK", "JPY", "CAD", "AUD"];

/** The currency of amounts that are written without one. */
export function CurrencyChoice({ org, view, mapping, act, mayChange }: PartProps) {
  const t = useTranslations("imports.mapping");
  const money = mapping.columns.some(
    ({ target }) => target.kind === "field" && (target.field === "amount" || target.field === "price"),
  );
  if (!money) return null;
  const options = [...new Set([mapping.currency, ...COMMON])].map((value) => ({ value, label: value }));
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <span className="text-caption text-ink-2">{t("currency")}</span>
      {mayChange ? (
        <span className="w-32">
          <Combobox
            label={t("currency")}
            options={options}
            value={mapping.currency}
            onChange={(currency) => {
              if (currency && currency !== mapping.currency)
                void act(() => mapImport(org, { id: view.id, currency }));
            }}
          />
        </span>
      ) : (
        <span className="font-semibold">{mapping.currency}</span>
      )}
    </div>
  );
}
