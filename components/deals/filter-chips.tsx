"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { BoardShell } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { DealsFilter } from "./filter";
import { useText } from "./words";

type Chip = {
  key: string;
  text: string;
  without: Partial<DealsFilter>;
  /** On a larger screen it stands in the head of the page. */
  onPhone?: boolean;
};

/** The filters that stand nowhere else on the page, each to be taken away by itself. */
export function FilterChips({
  shell,
  filter,
  go,
}: {
  shell: BoardShell;
  filter: DealsFilter;
  go: (change: Partial<DealsFilter>) => void;
}) {
  const t = useTranslations("deals.filter");
  const format = useFormat();
  const text = useText();
  const currency = filter.currency ?? shell.currency;
  const chips: Chip[] = [];
  if (filter.team)
    chips.push({
      key: "team",
      text: shell.teams.find(({ id }) => id === filter.team)?.name ?? t("teamGone"),
      without: { team: null },
      onPhone: true,
    });
  if (filter.role)
    chips.push({
      key: "role",
      text: text(shell.roles.find(({ id }) => id === filter.role)?.name) || t("roleGone"),
      without: { role: null },
      onPhone: true,
    });
  if (filter.company)
    chips.push({
      key: "company",
      text: shell.company?.name ?? t("companyGone"),
      without: { company: null },
    });
  if (filter.from !== null || filter.to !== null)
    chips.push({
      key: "amount",
      text: span(
        filter.from === null ? null : format.money(filter.from, currency),
        filter.to === null ? null : format.money(filter.to, currency),
      ),
      without: { from: null, to: null, currency: null },
    });
  if (filter.closeFrom || filter.closeTo)
    chips.push({
      key: "close",
      text: t("closesIn", {
        when: span(
          filter.closeFrom && format.day(filter.closeFrom, "year"),
          filter.closeTo && format.day(filter.closeTo, "year"),
        ),
      }),
      without: { closeFrom: null, closeTo: null },
    });
  if (filter.due) chips.push({ key: "due", text: t(`due.${filter.due}`), without: { due: null } });
  if (filter.idle)
    chips.push({ key: "idle", text: t("idleFor", { days: filter.idle }), without: { idle: null } });
  if (!chips.length) return null;
  return (
    <ul
      className={cn("flex flex-wrap gap-2", chips.every(({ onPhone }) => onPhone) && "sm:hidden")}
      aria-label={t("also")}
    >
      {chips.map(({ key, text: said, without, onPhone }) => (
        <li key={key} className={cn(onPhone && "sm:hidden")}>
          <Button size="small" onClick={() => go(without)} aria-label={t("without", { filter: said })}>
            {said}
            <X className="size-3.5" aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** From one to another; an end that is open is left out. */
function span(from: string | null, to: string | null): string {
  if (from === null) return `≤ ${to}`;
  return to === null ? `≥ ${from}` : `${from} – ${to}`;
}
