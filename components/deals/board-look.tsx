"use client";

import { Rows3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuRadio } from "@/components/ui/menu";
import { DENSITIES } from "@/lib/features/deals/input";
import { paths } from "@/lib/platform/paths";
import { type DealsFilter, writeFilter } from "./filter";

/** How much a card of the board says: three lines, or one. Part of the address, as the filter is. */
export function BoardLook({ org, filter }: { org: string; filter: DealsFilter }) {
  const t = useTranslations("deals");
  const router = useRouter();
  return (
    <Menu
      trigger={
        <Button
          className="max-sm:hidden"
          aria-label={t("board.density", { density: t(`list.${filter.density}`) })}
        >
          <Rows3 className="size-4" aria-hidden="true" />
          {t(`list.${filter.density}`)}
        </Button>
      }
    >
      <MenuRadio
        label={t("board.cardLines")}
        value={filter.density}
        options={DENSITIES.map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={(density) =>
          router.replace(paths.deals(org, writeFilter({ ...filter, density })), { scroll: false })
        }
      />
    </Menu>
  );
}
