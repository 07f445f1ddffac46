import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { InsightDeal } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";

/** Deals as short lines for the sheet beside a number. */
export function DealLines({ org, deals }: { org: string; deals: readonly InsightDeal[] }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const locale = useLocale() as Locale;
  return (
    <ul className="divide-y divide-line">
      {deals.map((deal) => (
        <li key={deal.id} className="flex items-start justify-between gap-3 py-2">
          <div className="min-w-0">
            <Link href={paths.deal(org, deal.id)} className="block truncate text-body-strong hover:underline">
              {deal.title}
            </Link>
            <p className="truncate text-caption font-normal text-ink-3">
              {[
                deal.outcome ? t(`outcome.${deal.outcome}`) : inLocale(deal.stage, locale),
                deal.days !== null && t("sheet.age", { days: deal.days }),
                deal.owner,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          <span className="tnum shrink-0">
            {deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–"}
          </span>
        </li>
      ))}
    </ul>
  );
}
