import { useLocale, useTranslations } from "next-intl";
import { ShortLines } from "@/components/ui/short-lines";
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
    <ShortLines
      lines={deals.map((deal) => ({
        key: deal.id,
        href: paths.deal(org, deal.id),
        title: deal.title,
        facts: [
          deal.outcome ? t(`outcome.${deal.outcome}`) : inLocale(deal.stage, locale),
          deal.days !== null && t("sheet.age", { days: deal.days }),
          deal.owner,
        ],
        value: deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–",
      }))}
    />
  );
}
