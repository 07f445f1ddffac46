"use client";

import { useTranslations } from "next-intl";
import { ExplainSheet } from "@/components/ui/explain-sheet";
import { ShortLines } from "@/components/ui/short-lines";
import { useUrlParam } from "@/components/ui/use-url-param";
import type { ReplayCase } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import type { ReplayFigure } from "./replay-figures";

/** Beside the page: what the marked number of the replay counts, and exactly its deals; never more than were replayed. */
export function ReplayExplain({
  org,
  cases,
  figures,
}: {
  org: string;
  cases: readonly ReplayCase[];
  figures: readonly ReplayFigure[];
}) {
  const t = useTranslations("processes");
  const format = useFormat();
  const [id, set] = useUrlParam("explain");
  const figure = figures.find((one) => one.id === id);
  if (!figure) return null;
  const deals = figure.cases.flatMap((at) => cases[at] ?? []);
  return (
    <ExplainSheet
      open
      onOpenChange={(open) => !open && set(null)}
      label={figure.label}
      figure={format.number(deals.length)}
      definition={figure.means}
      n={t("versions.dealCount", { count: deals.length })}
    >
      {deals.length > 0 && (
        <ShortLines
          lines={deals.map((deal) => ({
            key: deal.id,
            href: paths.deal(org, deal.id),
            title: deal.title,
            facts: [
              deal.outcome && t(`versions.outcome.${deal.outcome}`),
              deal.company,
              deal.closedOn && format.day(deal.closedOn, "year"),
            ],
            value: deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–",
          }))}
        />
      )}
    </ExplainSheet>
  );
}
