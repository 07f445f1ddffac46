"use client";

import { useTranslations } from "next-intl";
import { BarPlot } from "@/components/charts/bar-chart";
import { useUrlParam } from "@/components/ui/use-url-param";
import type { PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { figureId } from "./figure-specs";
import { quarterWords } from "./figure-words";

/** Won deals per quarter as bars; the same numbers stand in the table below, so it is hidden from who hears the page. */
export function QuarterChart({ report }: { report: PipelineReport }) {
  const t = useTranslations("insights.groups");
  const format = useFormat();
  const [, explain] = useUrlParam("explain");
  const rows = report.groups.flatMap(({ key, figures }) => {
    const { n } = figures.outcomes.won;
    return key === null
      ? []
      : [{ key, label: quarterWords(key), value: n, shown: format.number(n), tone: "won" as const }];
  });
  if (rows.length < 2) return null;
  return (
    <div className="mb-4" aria-hidden="true">
      <p className="mb-1 text-caption text-ink-2">{t("chart")}</p>
      <BarPlot rows={rows} height={200} onOpen={(key) => explain(figureId("won", { kind: "group", key }))} />
    </div>
  );
}
