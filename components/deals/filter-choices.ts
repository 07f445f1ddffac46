"use client";

import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/select";
import { GROUPS, type Group } from "@/lib/features/deals/input";
import type { BoardShell } from "@/lib/features/deals/view";
import type { DealsFilter } from "./filter";
import { missingIn } from "./missing";
import { useText } from "./words";

const ANY = "any";
const NOBODY = "nobody";

export type Choice = {
  key: "process" | "owner" | "team" | "role" | "group";
  label: string;
  value: string;
  options: Option[];
  /** Whether it narrows or changes what is shown. */
  on: boolean;
  /** What choosing a value changes in the filter. */
  change: (value: string) => Partial<DealsFilter>;
};

/** What the head of the deals lets choose: of which process, whose, of which team and role, and on the board in which lanes. */
export function useFilterChoices(shell: BoardShell, filter: DealsFilter): Choice[] {
  const t = useTranslations("deals");
  const text = useText();
  const list = filter.view === "list";
  const gone = missingIn(filter, shell);
  const taken = (value: string) => (value === ANY ? null : value);
  const all: (Choice | false)[] = [
    (shell.processes.length > 1 || list) && {
      key: "process",
      label: t("filter.process"),
      value: list ? (filter.process ?? ANY) : shell.process.id,
      options: [
        ...(list ? [{ value: ANY, label: t("filter.anyProcess") }] : []),
        ...shell.processes.map(({ id, name }) => ({ value: id, label: text(name) })),
      ],
      on: list && filter.process !== null,
      change: (process) => ({ process: taken(process), stage: null }),
    },
    {
      key: "owner",
      label: t("filter.owner"),
      value: filter.unowned ? NOBODY : (filter.owner ?? ANY),
      options: [
        { value: ANY, label: t("filter.anyone") },
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
      ],
      on: filter.unowned || filter.owner !== null,
      change: (owner) => ({ owner: owner === NOBODY ? null : taken(owner), unowned: owner === NOBODY }),
    },
    (shell.teams.length > 0 || filter.team !== null) && {
      key: "team",
      label: t("filter.team"),
      value: filter.team ?? ANY,
      options: [
        { value: ANY, label: t("filter.anyTeam") },
        ...shell.teams.map(({ id, name }) => ({ value: id, label: name })),
        ...(gone.includes("team") && filter.team
          ? [{ value: filter.team, label: t("filter.teamGone") }]
          : []),
      ],
      on: filter.team !== null,
      change: (team) => ({ team: taken(team) }),
    },
    (shell.roles.length > 1 || filter.role !== null) && {
      key: "role",
      label: t("filter.role"),
      value: filter.role ?? ANY,
      options: [
        { value: ANY, label: t("filter.anyRole") },
        ...shell.roles.map(({ id, name }) => ({ value: id, label: text(name) })),
        ...(gone.includes("role") && filter.role
          ? [{ value: filter.role, label: t("filter.roleGone") }]
          : []),
      ],
      on: filter.role !== null,
      change: (role) => ({ role: taken(role) }),
    },
    !list && {
      key: "group",
      label: t("lanes.label"),
      value: filter.group ?? ANY,
      options: [
        { value: ANY, label: t("lanes.by.none") },
        ...GROUPS.filter((group) => offered(group, shell, filter)).map((group) => ({
          value: group,
          label: t(`lanes.by.${group}`),
        })),
      ],
      on: filter.group !== null,
      change: (value) => ({ group: GROUPS.find((group) => group === value) ?? null }),
    },
  ];
  return all.filter((choice) => choice !== false);
}

/** Lanes of what the organisation has none of are not offered, unless the address asks for them. */
const offered = (group: Group, shell: BoardShell, filter: DealsFilter) =>
  group === filter.group ||
  group === "owner" ||
  (group === "team" ? shell.teams.length > 0 : shell.roles.length > 0);
