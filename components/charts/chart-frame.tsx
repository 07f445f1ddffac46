"use client";

import { Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";

export type ChartTable = { head: readonly string[]; rows: readonly (readonly ReactNode[])[] };

/**
 * Around every chart: a finding as its title, one line on how to read it, and the same numbers as a table.
 * `summary` is the sentence for whoever does not see the drawing.
 */
export function ChartFrame({
  title,
  howTo,
  summary,
  table,
  actions,
  children,
}: {
  title: ReactNode;
  howTo?: ReactNode;
  summary: string;
  table: ChartTable;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("common.chart");
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`} className="min-w-0">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <figcaption className="min-w-0">
          <h2 id={`${id}-title`} className="section-title">
            {title}
          </h2>
          {howTo && <p className="text-caption font-normal text-ink-3">{howTo}</p>}
        </figcaption>
        <div className="flex gap-1">
          <Button variant="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            <Table2 className="size-3.5" aria-hidden="true" />
            {asTable ? t("asChart") : t("asTable")}
          </Button>
          {actions}
        </div>
      </div>
      <p id={`${id}-summary`} className="sr-only">
        {summary}
      </p>
      {asTable ? (
        <Table label={summary}>
          <Thead>
            <tr>
              {table.head.map((head, index) => (
                <Th key={head} numeric={index > 0}>
                  {head}
                </Th>
              ))}
            </tr>
          </Thead>
          <Tbody>
            {table.rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed table have no other identity
              <Tr key={line}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a fixed table have no other identity
                  <Td key={index} numeric={index > 0}>
                    {cell}
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      ) : (
        children
      )}
    </figure>
  );
}
