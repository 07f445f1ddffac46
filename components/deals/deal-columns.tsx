"use client";

import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { Column } from "@/lib/features/deals/input";
import type { BoardShell, DealList, DealRow } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ageOf } from "./age";
import { StageCell } from "./stage-cell";
import { DUE_TONE, useDue, useText } from "./words";

export const FEATURES = tableFeatures({});
const helper = createColumnHelper<typeof FEATURES, DealRow>();
const EDGE_BG = { 1: "bg-age-1", 2: "bg-age-2", 3: "bg-age-3", 4: "bg-age-4" } as const;

/** Columns of figures, aligned by their last digit. */
export const NUMERIC: ReadonlySet<string> = new Set(["amount"]);

/** The head of each column. */
export const HEADS = {
  amount: "amount",
  stage: "stage",
  entered: "daysInStage",
  nextStep: "nextStep",
  due: "due",
  close: "closes",
  outcome: "outcome",
  process: "process",
  owner: "owner",
  opened: "opened",
  changed: "changed",
} as const satisfies Record<Column, string>;

/** The columns of the list: the deal, then those that are shown. */
export function useDealColumns(
  org: string,
  shell: BoardShell,
  shown: readonly Column[],
  routes: DealList["routes"],
) {
  const t = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const due = useDue();
  const today = shell.today;
  return useMemo(() => {
    const day = (value: string | null) =>
      value && <span className="tnum whitespace-nowrap">{format.day(value, "year")}</span>;
    const cells: Readonly<Record<Column, (deal: DealRow) => React.ReactNode>> = {
      amount: ({ amount }) => amount && format.money(amount.minor, amount.currency),
      stage: (deal) => <StageCell deal={deal} route={routes[deal.versionId]} />,
      entered: (deal) => {
        if (deal.status === "closed") return "";
        const stage =
          deal.processId === shell.process.id ? shell.stages.find(({ key }) => key === deal.stageKey) : null;
        const age = ageOf(deal.entered, today, stage?.pace ?? null);
        if (age.days === null) return <span className="text-ink-3">{t("unknown")}</span>;
        return (
          <span className="tnum flex items-center gap-2 whitespace-nowrap">
            <span
              aria-hidden="true"
              className={cn("h-5 w-1 rounded-xs", age.level ? EDGE_BG[age.level] : "bg-line")}
            />
            {t("card.days", { days: age.days })}
            {age.word && <strong className="font-semibold">{t(`pace.${age.word}`)}</strong>}
          </span>
        );
      },
      nextStep: (deal) => {
        if (deal.status === "closed") return "";
        if (!deal.nextStep) return <span className="text-warn">{t("card.noStep")}</span>;
        return <span className="block max-w-56 truncate">{text(deal.nextStep)}</span>;
      },
      due: (deal) => {
        const said = deal.status === "open" ? due(deal.nextDue, today) : null;
        return said && <span className={cn("whitespace-nowrap", DUE_TONE[said.tone])}>{said.text}</span>;
      },
      close: (deal) => day(deal.status === "closed" ? deal.closedOn : deal.expectedClose),
      outcome: (deal) =>
        deal.outcome && (
          <span className="whitespace-nowrap">
            {t(`board.outcome.${deal.outcome}`)}
            {deal.closedOn && (
              <span className="text-caption font-normal text-ink-3">
                {" "}
                {format.day(deal.closedOn, "year")}
              </span>
            )}
          </span>
        ),
      process: (deal) => <span className="block max-w-48 truncate">{text(deal.process)}</span>,
      owner: ({ owner }) => owner,
      opened: (deal) => day(deal.openedOn),
      changed: ({ lastEventAt }) => day(lastEventAt.slice(0, 10)),
    };
    return helper.columns([
      helper.display({
        id: "deal",
        header: t("fields.deal"),
        cell: ({ row: { original: deal } }) => (
          <Link href={paths.deal(org, deal.id)} prefetch={false} className="block min-w-44 hover:underline">
            <span className="text-body-strong">{deal.company ?? deal.title}</span>
            {deal.company && (
              <span className="text-caption font-normal text-ink-3">
                {" "}
                {titleBeside(deal.title, deal.company)}
              </span>
            )}
          </Link>
        ),
      }),
      ...shown.map((column) =>
        helper.display({
          id: column,
          header: t(`fields.${HEADS[column]}`),
          cell: ({ row }) => cells[column](row.original) || "",
        }),
      ),
    ]);
  }, [org, shell, shown, routes, today, t, text, format, due]);
}
