"use client";

import { useTranslations } from "next-intl";
import type { DealSum } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** How many deals stand how, and what they come to; currencies stand side by side and are never added. */
export function DealSums({ sums }: { sums: readonly DealSum[] }) {
  const t = useTranslations("deals");
  const format = useFormat();
  const states = [...new Set(sums.map(({ state }) => state))];
  if (states.length === 0) return null;
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
      {states.map((state) => {
        const own = sums.filter((sum) => sum.state === state);
        return (
          <div key={state}>
            <dt className="text-caption font-normal text-ink-3">
              {state === "open" ? t("filter.open") : t(`board.outcome.${state}`)}
            </dt>
            <dd className="tnum text-body-strong">
              {format.number(own.reduce((all, { deals }) => all + deals, 0))}
            </dd>
            {own
              .filter(({ minor }) => minor !== 0)
              .map(({ currency, minor }) => (
                <dd key={currency} className="tnum text-ink-2">
                  {format.money(minor, currency)}
                </dd>
              ))}
          </div>
        );
      })}
    </dl>
  );
}
