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
import { type DealsFilter, writeFilter } from "./filter";
import { missingIn } from "./missing";
import { MissingNote } from "./missing-note";
import { ViewsMenu } from "./views-menu";
import { useText } from "./words";

const ANYONE = "anyone";
const NOBODY = "nobody";
const ANY_PROCESS = "any";
const ANY_TEAM = "any";
const ANY_ROLE = "any";

/** Title, filters that live in the address, the choice of board or list and the way to a new deal. */
export function DealsHeader({
  org,
  shell,
  filter,
  summary,
  children,
}: {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  summary?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("deals");
  const text = useText();
  const router = useRouter();
  const go = (change: Partial<DealsFilter>) =>
    router.push(paths.deals(org, writeFilter({ ...filter, without: null, ...change })));
  const create = paths.newDeal(org, filter.process ?? shell.process.id);
  useCommands([shell.mayCreate && { key: "c", label: t("new"), run: () => router.push(create) }]);
  const list = filter.view === "list";
  const gone = missingIn(filter, shell);
  return (
    <>
      <header className="mb-3 flex flex-wrap items-center gap-2">
        <h1 className="page-title mr-2">{t("title")}</h1>
        <ViewsMenu org={org} shell={shell} filter={filter} />
        {(shell.processes.length > 1 || list) && (
          <Select
            inline
            label={t("filter.process")}
            value={list ? (filter.process ?? ANY_PROCESS) : shell.process.id}
            options={[
              ...(list ? [{ value: ANY_PROCESS, label: t("filter.anyProcess") }] : []),
              ...shell.processes.map(({ id, name }) => ({ value: id, label: text(name) })),
            ]}
            onChange={(process) => go({ process: process === ANY_PROCESS ? null : process, stage: null })}
            className="max-w-60"
          />
        )}
        <Select
          inline
          label={t("filter.owner")}
          value={filter.unowned ? NOBODY : (filter.owner ?? ANYONE)}
          options={[
            { value: ANYONE, label: t("filter.anyone") },
            ...(shell.owners.some(({ id }) => id === shell.memberId)
              ? [{ value: shell.memberId, label: t("filter.mine") }]
              : []),
            ...shell.owners
              .filter(({ id }) => id !== shell.memberId)
              .map(({ id, name }) => ({ value: id, label: name })),
            ...(gone.includes("owner") && filter.owner
              ? [{ value: filter.owner, label: t("filter.ownerGone") }]
              : []),
            ...(list ? [{ value: NOBODY, label: t("filter.nobody") }] : []),
          ]}
          onChange={(owner) =>
            go({ owner: owner === ANYONE || owner === NOBODY ? null : owner, unowned: owner === NOBODY })
          }
          className="max-w-52"
        />
        {(shell.teams.length > 0 || filter.team) && (
          <Select
            inline
            label={t("filter.team")}
            value={filter.team ?? ANY_TEAM}
            options={[
              { value: ANY_TEAM, label: t("filter.anyTeam") },
              ...shell.teams.map(({ id, name }) => ({ value: id, label: name })),
              ...(gone.includes("team") && filter.team
                ? [{ value: filter.team, label: t("filter.teamGone") }]
                : []),
            ]}
            onChange={(team) => go({ team: team === ANY_TEAM ? null : team })}
            // On a phone it stands with the further filters of the list.
            className={cn("max-w-52", list && "max-sm:hidden")}
          />
        )}
        {(shell.roles.length > 1 || filter.role) && (
          <Select
            inline
            label={t("filter.role")}
            value={filter.role ?? ANY_ROLE}
            options={[
              { value: ANY_ROLE, label: t("filter.anyRole") },
              ...shell.roles.map(({ id, name }) => ({ value: id, label: text(name) })),
              ...(gone.includes("role") && filter.role
                ? [{ value: filter.role, label: t("filter.roleGone") }]
                : []),
            ]}
            onChange={(role) => go({ role: role === ANY_ROLE ? null : role })}
            className={cn("max-w-52", list && "max-sm:hidden")}
          />
        )}
        {children}
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
