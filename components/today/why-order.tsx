"use client";

import { useTranslations } from "next-intl";
import { Popover } from "@/components/ui/popover";
import { TODAY_RULES } from "@/lib/domain/guidance/rank-today";

/** The rules of the order, in their order. */
export function WhyOrder({ currency }: { currency: string }) {
  const t = useTranslations("today.why");
  return (
    <Popover
      align="end"
      title={t("title")}
      className="max-w-sm"
      trigger={
        <button type="button" className="min-h-6 text-caption text-accent hover:underline touch:min-h-11">
          {t("open")}
        </button>
      }
    >
      <p className="text-ink-2">{t("intro")}</p>
      <ol className="mt-2 list-decimal space-y-1 pl-5">
        {TODAY_RULES.map((rule) => (
          <li key={rule}>{t(`rule.${rule}`)}</li>
        ))}
      </ol>
      <p className="mt-2 text-ink-2">{t("within", { currency })}</p>
    </Popover>
  );
}
