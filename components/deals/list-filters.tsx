"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { buttonClass } from "@/components/ui/button-style";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { OUTCOMES } from "@/lib/domain/run/events";
import type { BoardShell } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { type DealsFilter, writeFilter } from "./filter";
import { FilterChips } from "./filter-chips";
import { ListLook, ListOrder } from "./list-look";
import { missingIn } from "./missing";
import { MoreFilters } from "./more-filters";
import { useText } from "./words";

const ANY = "any";

/** The filters that only the list has: words, status or outcome, stage. Each is part of the address. */
export function ListFilters({
  org,
  shell,
  filter,
  total,
}: {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  /** How many deals the filter holds. */
  total: number;
}) {
  const t = useTranslations("deals");
  const text = useText();
  const router = useRouter();
  const go = (change: Partial<DealsFilter>) =>
    router.push(paths.deals(org, writeFilter({ ...filter, ...change })));
  const file = paths.dealsFile(org, writeFilter(filter));
  useCommands([
    total > 0 && {
      label: t("list.file", { count: total }),
      also: t("list.fileWords"),
      run: () => window.location.assign(file),
    },
  ]);
  const state = filter.outcome ?? filter.status;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <search className="relative w-full sm:w-72">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go({ q: String(new FormData(event.currentTarget).get("q") ?? "").trim() });
          }}
        >
          <SearchField key={filter.q} label={t("filter.search")} defaultValue={filter.q} />
        </form>
      </search>
      <Select
        inline
        label={t("filter.status")}
        value={state}
        options={[
          ...(["open", "closed", "all"] as const).map((value) => ({
            value: value as string,
            label: t(`filter.${value}`),
          })),
          ...OUTCOMES.map((value) => ({ value: value as string, label: t(`board.outcome.${value}`) })),
        ]}
        onChange={(value) => {
          const outcome = OUTCOMES.find((each) => each === value) ?? null;
          const status = value === "open" || value === "all" ? value : "closed";
          go({ outcome, status });
        }}
      />
      {filter.process && (
        <Select
          inline
          label={t("filter.stage")}
          value={filter.stage ?? ANY}
          options={[
            { value: ANY, label: t("filter.anyStage") },
            ...shell.stages.map(({ key, name }) => ({ value: key, label: text(name) })),
            ...(missingIn(filter, shell).includes("stage") && filter.stage
              ? [{ value: filter.stage, label: t("filter.stageGone") }]
              : []),
          ]}
          onChange={(stage) => go({ stage: stage === ANY ? null : stage })}
          className="max-w-56"
        />
      )}
      <MoreFilters org={org} shell={shell} filter={filter} go={go} />
      <ListOrder org={org} filter={filter} />
      <FilterChips shell={shell} filter={filter} go={go} />
      <div className="ml-auto flex items-center gap-2">
        {total > 0 && (
          <a href={file} download className={buttonClass("secondary", "medium", "max-sm:hidden")}>
            <Download className="size-4" aria-hidden="true" />
            {t("list.file", { count: total })}
          </a>
        )}
        <ListLook org={org} shell={shell} filter={filter} />
      </div>
    </div>
  );
}
