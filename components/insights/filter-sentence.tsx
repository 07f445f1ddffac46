"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { GROUPINGS } from "@/lib/domain/insights/aggregate";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { PipelineChoices, PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { AsOfChoice } from "./as-of-choice";
import { quarterWords } from "./figure-words";
import { FilterChoice } from "./filter-choice";
import { NONE, quartersAt, type Search, yearBefore } from "./filters";

const ALL = "all";

/** What the page is about, as one sentence whose blanks are the filters; they live in the address. */
export function FilterSentence({
  org,
  search,
  choices,
  report,
  timeZone,
}: {
  org: string;
  search: Search;
  choices: PipelineChoices;
  report: PipelineReport;
  timeZone: string;
}) {
  const t = useTranslations("insights");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const router = useRouter();
  const go = (change: Search) => router.push(paths.pipeline(org, { ...search, ...change }));
  const { asOf } = report.ask;
  const { current, previous } = quartersAt(asOf);

  const named = (all: string, from: readonly { id: string; name: string }[], none: boolean) => [
    { value: ALL, label: all },
    ...from.map(({ id, name }) => ({ value: id, label: name })),
    ...(none ? [{ value: NONE, label: t("filter.none") }] : []),
  ];
  const choice = (
    key: "owner" | "team" | "product" | "segment",
    all: string,
    from: readonly { id: string; name: string }[],
  ) =>
    from.length === 0 ? null : (
      <>
        {", "}
        <FilterChoice
          label={t(`filter.${key}`)}
          value={search[key] ?? ALL}
          options={named(all, from, key !== "owner")}
          onChange={(value) => go({ [key]: value === ALL ? undefined : value })}
        />
      </>
    );
  const year = yearBefore(asOf);
  const periods = [
    { value: ALL, label: t("filter.allTime") },
    { value: current, label: t("filter.thisQuarter", { quarter: quarterWords(current) }) },
    { value: previous, label: t("filter.lastQuarter", { quarter: quarterWords(previous) }) },
    { value: year, label: t("filter.lastYear") },
  ];
  const period = search.quarter ?? (search.to ? `${search.from ?? ""}|${search.to}` : search.from) ?? ALL;
  if (!periods.some(({ value }) => value === period)) periods.push({ value: period, label: periodName() });
  function periodName(): string {
    if (search.quarter) return quarterWords(search.quarter);
    const from = search.from && format.day(search.from, "year");
    if (!search.to) return t("filter.from", { day: from ?? "" });
    return t("filter.between", { from: from ?? "…", to: format.day(search.to, "year") });
  }
  return (
    <span className="leading-7">
      <FilterChoice
        label={t("filter.process")}
        value={report.process?.id ?? ALL}
        options={[
          ...choices.processes.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
          { value: ALL, label: t("filter.allProcesses") },
        ]}
        onChange={(process) => go({ process })}
      />
      {choice("owner", t("filter.allOwners"), choices.owners)}
      {choice("team", t("filter.allTeams"), choices.teams)}
      {choice("product", t("filter.allProducts"), choices.products)}
      {choice(
        "segment",
        t("filter.allSegments"),
        choices.segments.map((name) => ({ id: name, name })),
      )}
      {`, ${t("sentence.closed")} `}
      <FilterChoice
        label={t("filter.period")}
        value={period}
        options={periods}
        onChange={(value) => {
          const none = { quarter: undefined, from: undefined, to: undefined };
          go({
            ...none,
            ...(value === ALL ? {} : value.includes("Q") ? { quarter: value } : { from: value }),
          });
        }}
      />
      {`, ${t("sentence.asOf")} `}
      <AsOfChoice value={asOf} today={report.today} onChange={(day) => go({ asOf: day })} />
      {report.knownAt && ` ${t("filter.known", { moment: format.instant(report.knownAt, timeZone) })}`}
      {`, ${t("sentence.by")} `}
      <FilterChoice
        label={t("filter.by")}
        value={report.ask.groupBy ?? "owner"}
        options={GROUPINGS.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(by) => go({ by })}
      />
      .
    </span>
  );
}
