"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { GROUPS, type Group } from "@/lib/features/deals/input";
import type { BoardShell } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { type DealsFilter, writeFilter } from "./filter";

const NONE = "none";

/** What the lanes of the board are. Part of the address, as the filter is. */
export function BoardGroup({ org, shell, filter }: { org: string; shell: BoardShell; filter: DealsFilter }) {
  const t = useTranslations("deals.lanes");
  const router = useRouter();
  const offered = (group: Group) =>
    group === filter.group ||
    group === "owner" ||
    (group === "team" ? shell.teams.length > 0 : shell.roles.length > 0);
  return (
    <Select<string>
      inline
      label={t("label")}
      value={filter.group ?? NONE}
      options={[
        { value: NONE, label: t("by.none") },
        ...GROUPS.filter(offered).map((group) => ({ value: group, label: t(`by.${group}`) })),
      ]}
      onChange={(value) =>
        router.push(
          paths.deals(
            org,
            writeFilter({ ...filter, group: GROUPS.find((group) => group === value) ?? null }),
          ),
          { scroll: false },
        )
      }
    />
  );
}
