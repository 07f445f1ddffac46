"use client";

import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { ExplainSheet } from "@/components/ui/explain-sheet";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { useRead } from "@/components/ui/use-read";
import { useUrlParam } from "@/components/ui/use-url-param";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import { readInsightDeals } from "@/lib/features/insights/actions";
import type { InsightDeals } from "@/lib/features/insights/input";
import type { InsightDealsPage, PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import type { Result } from "@/lib/platform/verb";
import { DealLines } from "./deal-lines";
import { type FigureSpec, specOf } from "./figure-specs";
import { daysWords, groupWords, shareWords, valueWords } from "./figure-words";
import { useFormula } from "./formula";

const SHOWN = 12;

/** Beside the page: what the marked number is, how it was made, what it leaves out, and its deals. Back closes it. */
export function ExplainPanel({ org, report }: { org: string; report: PipelineReport }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const [id, set] = useUrlParam("explain");
  const spec = id === null ? null : specOf(report, id);
  const found = useRead(
    readInsightDeals,
    org,
    spec && spec.n > 0 ? { ...inputOf(spec, report), limit: SHOWN } : null,
  );
  const formula = useFormula(spec);
  if (!spec) return null;
  const { figure, of, exclusions, n } = spec;
  const by = report.ask.groupBy;
  const group = of?.kind === "group" ? report.groups.find(({ key }) => key === of.key) : undefined;
  const stage = of?.kind === "stage" ? report.stages.find(({ stageKey }) => stageKey === of.key) : undefined;
  const name = stage ? inLocale(stage.name, locale) : group && by && groupWords(group, by, t);
  const label = name ? t("figure.in", { figure: t(`figure.${figure}`), name }) : t(`figure.${figure}`);
  const method = t("method.asOf", {
    method: t(`method.${spec.method}`),
    day: format.day(report.ask.asOf, "year"),
  });
  return (
    <ExplainSheet
      open
      onOpenChange={(open) => !open && set(null)}
      label={label}
      figure={shownOf(spec, t, format)}
      definition={t(`definition.pipeline.${figure}`)}
      {...(formula && { formula })}
      n={t("deals", { count: n })}
      exclusions={exclusions.map(({ reason, n: count, what }) =>
        t(`exclusion.${reason}` as Parameters<typeof t>[0], { n: count, what: what ?? "" }),
      )}
      method={method}
      footer={
        n > 0 && <LinkButton href={listHref(org, spec, report)}>{t("sheet.all", { count: n })}</LinkButton>
      }
    >
      {n > 0 && <Deals org={org} found={found} />}
    </ExplainSheet>
  );
}

function Deals({ org, found }: { org: string; found: Result<InsightDealsPage> | null }) {
  const t = useTranslations("insights.sheet");
  const refusals = useTranslations("refusals");
  const format = useFormat();
  if (found === null) {
    return (
      <LoadingRegion className="flex flex-col gap-3">
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </LoadingRegion>
    );
  }
  if (!found.ok) {
    return (
      <Banner tone="bad">
        {refusals(found.refusal.code as Parameters<typeof refusals>[0], found.refusal.params)}
      </Banner>
    );
  }
  const { deals, total, sums } = found.value;
  return (
    <>
      <DealLines org={org} deals={deals} />
      {total > deals.length && (
        <p className="border-t border-line py-2 text-ink-2">{t("more", { count: total - deals.length })}</p>
      )}
      {sums.length > 0 && (
        <p className="flex justify-between gap-3 border-t border-ink-3 pt-2 font-semibold">
          <span>{t("sum")}</span>
          <span className="tnum">{sums.map((sum) => format.money(sum.minor, sum.currency)).join(" + ")}</span>
        </p>
      )}
    </>
  );
}

/** What the list of a figure asks for. */
const inputOf = (spec: FigureSpec, report: PipelineReport): InsightDeals => ({
  drill: spec.drill as InsightDeals["drill"],
  ...(spec.only && { only: spec.only }),
  ...(report.knownAt && { knownAt: report.knownAt }),
});

const listHref = (org: string, spec: FigureSpec, report: PipelineReport): string =>
  `${paths.pipeline(org)}/deals?${new URLSearchParams({ figure: spec.figure, of: JSON.stringify(inputOf(spec, report)) })}`;

function shownOf(
  spec: FigureSpec,
  t: ReturnType<typeof useTranslations<"insights">>,
  format: ReturnType<typeof useFormat>,
): string {
  if (spec.value) return valueWords(spec.value, t, format);
  if (spec.estimate?.unit === "share") return shareWords(spec.estimate, t, format);
  if (spec.estimate?.unit === "days") return daysWords(spec.estimate, format);
  return format.number(spec.n);
}
