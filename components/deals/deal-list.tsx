"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { RouteLine } from "@/components/route-line/route-line";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import { readDeals } from "@/lib/features/deals/actions";
import type { BoardShell, DealRow, DealList as List } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { ageOf } from "./age";
import { DealListPhone } from "./deal-list-phone";
import { DealsHeader } from "./deals-header";
import type { DealsFilter } from "./filter";
import { ListFilters } from "./list-filters";
import { DUE_TONE, useDue, useText } from "./words";

const FEATURES = tableFeatures({});
const helper = createColumnHelper<typeof FEATURES, DealRow>();
const EDGE_BG = { 1: "bg-age-1", 2: "bg-age-2", 3: "bg-age-3", 4: "bg-age-4" } as const;
const NUMERIC: ReadonlySet<string> = new Set(["amount"]);

type Props = { org: string; shell: BoardShell; filter: DealsFilter; first: List };

/** Deals as a table, latest change first: filters in the address, an exact count, more on demand. */
export function DealList({ org, shell, filter, first }: Props) {
  const t = useTranslations("deals");
  const common = useTranslations("common");
  const router = useRouter();
  const sentence = useRefusal();
  const [list, setList] = useState(first);
  const [busy, setBusy] = useState(false);
  const columns = useDealColumns(org, shell, filter);
  const table = useTable({ features: FEATURES, columns, data: list.rows, getRowId: (row) => row.id });

  const more = async () => {
    setBusy(true);
    const result = await readDeals(org, {
      processId: filter.process,
      ownerId: filter.owner,
      unowned: filter.unowned,
      stageKey: filter.stage,
      status: filter.status,
      outcome: filter.outcome,
      q: filter.q,
      cursor: list.next,
    });
    setBusy(false);
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    const known = new Set(list.rows.map(({ id }) => id));
    setList({
      ...result.value,
      rows: [...list.rows, ...result.value.rows.filter(({ id }) => !known.has(id))],
    });
  };

  return (
    <Page wide>
      <DealsHeader org={org} shell={shell} filter={filter} />
      <ListFilters org={org} shell={shell} filter={filter} />
      {list.total === 0 ? (
        <EmptyState title={t("list.none")}>
          <p>{t("list.noneText")}</p>
        </EmptyState>
      ) : (
        <>
          <DealListPhone org={org} shell={shell} rows={list.rows} />
          <div className="rounded-card border border-line bg-surface max-sm:hidden">
            <Table label={t("list.label")} inset>
              <Thead>
                {table.getHeaderGroups().map((group) => (
                  <tr key={group.id}>
                    {group.headers.map((header) => (
                      <Th key={header.id} numeric={NUMERIC.has(header.column.id)}>
                        <table.FlexRender header={header} />
                      </Th>
                    ))}
                  </tr>
                ))}
              </Thead>
              <Tbody>
                {table.getRowModel().rows.map((row) => (
                  <Tr
                    key={row.id}
                    className="cursor-pointer hover:bg-sunken"
                    onClick={(event) => {
                      // The whole row is a target; the link in it is what keys and assistive technology use.
                      if (event.target instanceof Element && event.target.closest("a")) return;
                      router.push(paths.deal(org, row.original.id));
                    }}
                  >
                    {row.getAllCells().map((cell) => (
                      <Td key={cell.id} numeric={NUMERIC.has(cell.column.id)}>
                        <table.FlexRender cell={cell} />
                      </Td>
                    ))}
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </div>
          <p className="mt-3 flex flex-wrap items-center gap-3 text-ink-2">
            <span className="tnum">{t("list.shown", { shown: list.rows.length, total: list.total })}</span>
            {list.next && (
              <Button size="small" loading={busy} onClick={more}>
                {common("more", { count: Math.min(50, list.total - list.rows.length) })}
              </Button>
            )}
          </p>
        </>
      )}
    </Page>
  );
}

function useDealColumns(org: string, shell: BoardShell, filter: DealsFilter) {
  const t = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const due = useDue();
  const today = shell.today;
  return useMemo(() => {
    const open = filter.status !== "closed";
    const processes = new Set(shell.processes.map(({ id }) => id)).size > 1 && !filter.process;
    return helper.columns([
      helper.accessor("title", {
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
      helper.accessor("amount", {
        header: t("fields.amount"),
        cell: ({ getValue }) => {
          const amount = getValue();
          return amount ? format.money(amount.minor, amount.currency) : "";
        },
      }),
      helper.accessor("stage", {
        header: t("fields.stage"),
        cell: ({ row: { original: deal } }) => <StageCell deal={deal} shell={shell} />,
      }),
      ...(open
        ? [
            helper.accessor("entered", {
              header: t("fields.daysInStage"),
              cell: ({ row: { original: deal } }) => {
                if (deal.status === "closed") return "";
                const stage =
                  deal.processId === shell.process.id
                    ? shell.stages.find(({ key }) => key === deal.stageKey)
                    : null;
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
            }),
            helper.accessor("nextStep", {
              header: t("fields.nextStep"),
              cell: ({ row: { original: deal } }) =>
                deal.status === "closed" ? (
                  ""
                ) : deal.nextStep ? (
                  <span className="block max-w-56 truncate">{text(deal.nextStep)}</span>
                ) : (
                  <span className="text-warn">{t("card.noStep")}</span>
                ),
            }),
            helper.accessor("nextDue", {
              header: t("fields.due"),
              cell: ({ row: { original: deal } }) => {
                const shown = deal.status === "open" ? due(deal.nextDue, today) : null;
                return (
                  shown && <span className={cn("whitespace-nowrap", DUE_TONE[shown.tone])}>{shown.text}</span>
                );
              },
            }),
          ]
        : []),
      ...(filter.status !== "open"
        ? [
            helper.accessor("outcome", {
              header: t("fields.outcome"),
              cell: ({ row: { original: deal } }) =>
                deal.outcome ? (
                  <span className="whitespace-nowrap">
                    {t(`board.outcome.${deal.outcome}`)}
                    {deal.closedOn && (
                      <span className="text-caption font-normal text-ink-3">
                        {" "}
                        {format.day(deal.closedOn, "year")}
                      </span>
                    )}
                  </span>
                ) : (
                  ""
                ),
            }),
          ]
        : []),
      ...(processes
        ? [
            helper.accessor("process", {
              header: t("fields.process"),
              cell: ({ getValue }) => <span className="block max-w-48 truncate">{text(getValue())}</span>,
            }),
          ]
        : []),
      helper.accessor("owner", { header: t("fields.owner") }),
    ]);
  }, [org, shell, filter.status, filter.process, today, t, text, format, due]);
}

function StageCell({ deal, shell }: { deal: DealRow; shell: BoardShell }) {
  const text = useText();
  const index = shell.stages.findIndex(({ key }) => key === deal.stageKey);
  const drawn = deal.status === "open" && deal.processId === shell.process.id && index >= 0;
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      {drawn && (
        <RouteLine
          variant="mini"
          className="shrink-0"
          stages={shell.stages
            .filter(({ current, key }) => current || key === deal.stageKey)
            .map(({ key, name }, at) => ({
              key,
              name: text(name),
              state: at < index ? "behind" : key === deal.stageKey ? "here" : "ahead",
            }))}
        />
      )}
      <span className="text-ink-2">{text(deal.stage)}</span>
    </span>
  );
}
