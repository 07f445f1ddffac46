"use client";

import { ArrowDownNarrowWide, Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "@/components/ui/menu";
import { COLUMNS, DENSITIES, SORT_KEYS, sortOf } from "@/lib/features/deals/input";
import type { BoardShell } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { HEADS } from "./deal-columns";
import { type DealsFilter, writeFilter } from "./filter";
import { columnsOf, headOf } from "./list-columns";

type Props = { org: string; shell: BoardShell; filter: DealsFilter };

/** How the list looks: its columns and how close its rows stand. Part of the address, as the filter is. */
export function ListLook({ org, shell, filter }: Props) {
  const t = useTranslations("deals");
  const router = useRouter();
  const go = (change: Partial<DealsFilter>) =>
    router.replace(paths.deals(org, writeFilter({ ...filter, ...change })), { scroll: false });
  useCommands(
    DENSITIES.filter((density) => density !== filter.density).map((density) => ({
      label: `${t("list.density")}: ${t(`list.${density}`)}`,
      run: () => go({ density }),
    })),
  );
  const shown = columnsOf(filter, shell);
  return (
    <Menu
      trigger={
        <Button className="max-sm:hidden">
          <Columns3 className="size-4" aria-hidden="true" />
          {t("list.look")}
        </Button>
      }
    >
      <MenuLabel>{t("list.columns")}</MenuLabel>
      {COLUMNS.map((column) => (
        <MenuCheckbox
          key={column}
          checked={shown.includes(column)}
          onChange={(on) =>
            go({ columns: COLUMNS.filter((each) => (each === column ? on : shown.includes(each))) })
          }
        >
          {t(`fields.${HEADS[column]}`)}
        </MenuCheckbox>
      ))}
      {filter.columns && <MenuItem onSelect={() => go({ columns: null })}>{t("list.usual")}</MenuItem>}
      <MenuSeparator />
      <MenuRadio
        label={t("list.density")}
        value={filter.density}
        options={DENSITIES.map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={(density) => go({ density })}
      />
    </Menu>
  );
}

/** The order of the list where there are no column heads to press: on a phone. */
export function ListOrder({ org, filter }: Omit<Props, "shell">) {
  const t = useTranslations("deals");
  const router = useRouter();
  const { key } = sortOf(filter.sort);
  const words = { ...HEADS, deal: "deal" } as const;
  return (
    <Menu
      trigger={
        <Button className="sm:hidden">
          <ArrowDownNarrowWide className="size-4" aria-hidden="true" />
          {t(`fields.${words[key]}`)}
        </Button>
      }
      align="start"
    >
      <MenuRadio
        label={t("list.order")}
        value={key}
        options={SORT_KEYS.map((value) => ({ value, label: t(`fields.${words[value]}`) }))}
        onChange={(value) =>
          router.replace(
            paths.deals(
              org,
              writeFilter({ ...filter, sort: headOf(value, filter.sort)?.next ?? filter.sort }),
            ),
          )
        }
      />
    </Menu>
  );
}
