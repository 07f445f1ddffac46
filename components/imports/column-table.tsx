"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { mapImport } from "@/lib/features/imports/actions";
import type { ColumnView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { MoreButton } from "./more-button";
import type { PartProps } from "./part-props";
import { targetKey, targetOf, targetOptions } from "./targets";
import { usePaged } from "./use-paged";

/** Every column of the file with examples, where it goes, and how many of its cells can go there. */
export function ColumnTable({ org, view, mapping, act, mayChange }: PartProps) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { shown, more, showMore } = usePaged(mapping.columns);
  const stages = mapping.stages.map(({ value }) => value).slice(0, 30);
  const options = targetOptions(view.kind, stages, t);
  const nameOf = (column: ColumnView) => column.header || t("mapping.nameless", { number: column.index + 1 });
  const choose = (column: ColumnView, key: string) =>
    act(() =>
      mapImport(org, {
        id: view.id,
        columns: [{ index: column.index, target: targetOf(key, nameOf(column)) }],
      }),
    );
  return (
    <>
      <Table label={t("mapping.column")}>
        <Thead>
          <tr>
            <Th>{t("mapping.column")}</Th>
            <Th className="hidden md:table-cell">{t("mapping.samples")}</Th>
            <Th className="hidden w-6 sm:table-cell">
              <span className="sr-only">→</span>
            </Th>
            <Th>{t("mapping.target")}</Th>
            <Th numeric className="hidden sm:table-cell">
              {t("mapping.valid")}
            </Th>
            <Th className="hidden lg:table-cell">{t("mapping.note")}</Th>
          </tr>
        </Thead>
        <Tbody>
          {shown.map((column) => {
            const used = column.target.kind !== "ignore";
            return (
              <Tr key={column.index}>
                <Th row className="max-w-32 break-words sm:max-w-40">
                  {nameOf(column)}
                  <span className="block truncate text-caption font-normal text-ink-3 md:hidden">
                    {column.samples.slice(0, 2).join(" · ")}
                  </span>
                </Th>
                <Td className="hidden max-w-56 truncate text-ink-2 md:table-cell">
                  {column.samples.slice(0, 2).join(" · ")}
                </Td>
                <Td className="hidden text-ink-3 sm:table-cell">
                  <ArrowRight className="size-3.5" aria-hidden="true" />
                </Td>
                <Td>
                  {mayChange ? (
                    <Select
                      inline
                      label={t("mapping.targetOf", { column: nameOf(column) })}
                      options={options}
                      value={targetKey(column.target)}
                      onChange={(key) => choose(column, key)}
                      className="-ml-2 min-h-7 max-w-36 sm:max-w-72 border-transparent py-0 bg-transparent px-2 underline decoration-control underline-offset-4 hover:border-control"
                    />
                  ) : (
                    <span className={used ? "font-semibold" : "text-ink-3"}>
                      {options.find(({ value }) => value === targetKey(column.target))?.label}
                    </span>
                  )}
                </Td>
                <Td numeric className="hidden sm:table-cell">
                  {used ? format.number(column.valid) : "—"}
                </Td>
                <Td className="hidden text-caption font-normal text-ink-3 lg:table-cell">
                  {noteOf(column, t)}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      <MoreButton more={more} onClick={showMore} />
    </>
  );
}

function noteOf(
  column: ColumnView,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const { reason, filled, valid, empty, distinct, target } = column;
  if (target.kind === "ignore") return filled === 0 ? t("mapping.empty") : "";
  const notes: string[] = [];
  if (target.kind === "attribute" && reason.code === "field-taken")
    notes.push(t("mapping.taken", { field: t(`field.${reason.field}`) }));
  if (target.kind === "attribute" && reason.code === "values-contradict")
    notes.push(t("mapping.contradict", { field: t(`field.${reason.field}`) }));
  if (filled > valid) notes.push(t("mapping.invalid", { count: filled - valid }));
  if (empty > 0) notes.push(t("mapping.emptyCells", { count: empty }));
  if (distinct !== null && distinct > 0 && distinct < filled)
    notes.push(t("mapping.different", { count: distinct }));
  return notes.join(", ");
}
