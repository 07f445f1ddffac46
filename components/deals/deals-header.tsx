"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCommands } from "@/components/shell/commands";
import { LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Select } from "@/components/ui/select";
import type { BoardShell } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { BoardFilters } from "./board-filters";
import { type DealsFilter, writeFilter } from "./filter";
import { useFilterChoices } from "./filter-choices";
import { MissingNote } from "./missing-note";
import { ViewsMenu } from "./views-menu";

/** Title, filters that live in the address, the choice of board or list and the way to a new deal. */
export function DealsHeader({
  org,
  shell,
  filter,
  summary,
}: {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  summary?: ReactNode;
}) {
  const t = useTranslations("deals");
  const router = useRouter();
  const go = (change: Partial<DealsFilter>) =>
    router.push(paths.deals(org, writeFilter({ ...filter, without: null, ...change })));
  const create = paths.newDeal(org, filter.process ?? shell.process.id);
  useCommands([shell.mayCreate && { key: "c", label: t("new"), run: () => router.push(create) }]);
  const list = filter.view === "list";
  const choices = useFilterChoices(shell, filter);
  return (
    <>
      <header className="mb-3 flex flex-wrap items-center gap-2">
        <h1 className="page-title mr-2">{t("title")}</h1>
        <ViewsMenu org={org} shell={shell} filter={filter} />
        {!list && <BoardFilters choices={choices} go={go} />}
        {choices.map(({ key, label, value, options, change }) => (
          <Select
            key={key}
            inline
            label={label}
            value={value}
            options={options}
            onChange={(chosen) => go(change(chosen))}
            // On a phone the board has them behind a button, and the list some of them with its further filters.
            className={cn(
              key === "process" ? "max-w-60" : "max-w-52",
              (!list || key === "team" || key === "role") && "max-sm:hidden",
            )}
          />
        ))}
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {summary}
          <SegmentedLinks
            label={t("filter.view")}
            items={(["board", "list"] as const).map((view) => ({
              href: paths.deals(
                org,
                writeFilter({
                  ...(view === filter.view ? filter : {}),
                  view,
                  process: filter.process,
                  owner: filter.owner,
                  team: filter.team,
                  role: filter.role,
                  group: filter.group,
                }),
              ),
              label: t(`filter.${view}`),
              active: filter.view === view,
            }))}
          />
          {shell.mayCreate && (
            <LinkButton href={create} variant="primary" shortcut="C">
              <Plus className="size-5 sm:hidden" aria-hidden="true" />
              <span className="max-sm:sr-only">{t("new")}</span>
            </LinkButton>
          )}
        </div>
      </header>
      <MissingNote shell={shell} filter={filter} />
    </>
  );
}
