"use client";

import { useTable } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { readDeals } from "@/lib/features/deals/actions";
import type { BoardShell, DealList as List } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { FEATURES, NUMERIC, useDealColumns } from "./deal-columns";
import { DealListPhone } from "./deal-list-phone";
import { DealsHeader } from "./deals-header";
import { type DealsFilter, toCriteria } from "./filter";
import { columnsOf } from "./list-columns";
import { ListFilters } from "./list-filters";
import { ManyAnswers } from "./many-answers";
import { ManyBar } from "./many-bar";
import { SortHead } from "./sort-head";
import { useMany } from "./use-many";
import { useTicks } from "./use-ticks";

type Props = { org: string; shell: BoardShell; filter: DealsFilter; first: List };

/** Deals as a table: filters, order and columns in the address, an exact count, more on demand. */
export function DealList({ org, shell, filter, first }: Props) {
  const t = useTranslations("deals");
  const common = useTranslations("common");
  const router = useRouter();
  const sentence = useRefusal();
  const [list, setList] = useState(first);
  const [read, setRead] = useState(first);
  // Another filter, or the same one read anew: what was loaded before gives way, and the focus stays where it is.
  if (read !== first) {
    setRead(first);
    setList(first);
  }
  const [busy, setBusy] = useState(false);
  const loaded = list.rows;
  const mayTick = shell.mayEdit !== "none";
  const ticks = useTicks(loaded);
  const many = useMany(org, filter, ticks.clear);
  const shown = useMemo(() => columnsOf(filter, shell), [filter, shell]);
  const columns = useDealColumns(org, shell, shown, list.routes);
  const table = useTable({ features: FEATURES, columns, data: list.rows, getRowId: (row) => row.id });

  const more = async () => {
    setBusy(true);
    const result = await readDeals(org, { ...toCriteria(filter), cursor: list.next });
    setBusy(false);
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    const known = new Set(list.rows.map(({ id }) => id));
    setList({
      ...result.value,
      routes: { ...list.routes, ...result.value.routes },
      rows: [...list.rows, ...result.value.rows.filter(({ id }) => !known.has(id))],
    });
  };

  const next = list.next ? common("more", { count: Math.min(50, list.total - list.rows.length) }) : null;
  useCommands([next !== null && { label: `${t("list.label")}: ${next}`, run: () => void more() }]);

  return (
    <Page wide>
      <DealsHeader org={org} shell={shell} filter={filter} />
      <ListFilters org={org} shell={shell} filter={filter} total={list.total} />
      <ManyAnswers org={org} many={many} rows={loaded} />
      {list.total === 0 ? (
        <EmptyState title={t("list.none")}>
          <p>{t("list.noneText")}</p>
        </EmptyState>
      ) : (
        <>
          <DealListPhone org={org} shell={shell} rows={list.rows} ticks={ticks} mayTick={mayTick} />
          <div className="rounded-card border border-line bg-surface max-sm:hidden">
            <Table label={t("list.label")} inset>
              <Thead>
                {table.getHeaderGroups().map((group) => (
                  <tr key={group.id}>
                    {mayTick && (
                      <Th className="w-8">
                        <Checkbox
                          hideLabel
                          label={t("many.tickLoaded")}
                          checked={loaded.length > 0 && loaded.every(({ id }) => ticks.has(id))}
                          indeterminate={
                            ticks.rows.length > 0 && !ticks.all && ticks.rows.length < loaded.length
                          }
                          onCheckedChange={ticks.tickLoaded}
                        />
                      </Th>
                    )}
                    {group.headers.map((header) => (
                      <SortHead key={header.id} org={org} filter={filter} column={header.column.id}>
                        <table.FlexRender header={header} />
                      </SortHead>
                    ))}
                  </tr>
                ))}
              </Thead>
              <Tbody>
                {table.getRowModel().rows.map((row) => (
                  <Tr
                    key={row.id}
                    selected={ticks.has(row.original.id) || undefined}
                    className="cursor-pointer hover:bg-sunken"
                    onClick={(event) => {
                      // The whole row is a target; the link in it is what keys and assistive technology use.
                      if (event.target instanceof Element && event.target.closest("a, [data-tick]")) return;
                      router.push(paths.deal(org, row.original.id));
                    }}
                  >
                    {mayTick && (
                      <Td
                        data-tick=""
                        className={cn(filter.density === "compact" && "h-7 py-0.5")}
                        onClickCapture={(event) => ticks.holds(event.shiftKey)}
                        onKeyDownCapture={(event) => ticks.holds(event.shiftKey)}
                      >
                        <Checkbox
                          hideLabel
                          label={t("many.tick", { name: row.original.company ?? row.original.title })}
                          checked={ticks.has(row.original.id)}
                          onCheckedChange={(on) => ticks.tick(row.original.id, on)}
                        />
                      </Td>
                    )}
                    {row.getAllCells().map((cell) => (
                      <Td
                        key={cell.id}
                        numeric={NUMERIC.has(cell.column.id)}
                        className={cn(filter.density === "compact" && "h-7 py-0.5")}
                      >
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
            {next && (
              <Button size="small" loading={busy} onClick={more}>
                {next}
              </Button>
            )}
          </p>
          <ManyBar
            shell={shell}
            filter={filter}
            ticks={ticks}
            many={many}
            total={list.total}
            loaded={loaded.length}
          />
        </>
      )}
    </Page>
  );
}
