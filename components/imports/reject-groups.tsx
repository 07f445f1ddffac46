"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { dated, type RejectGroup } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { MoreButton } from "./more-button";
import { usePaged } from "./use-paged";

/** Why rows are rejected: each reason with the first row, the column and value it is about, and how often. */
export function RejectGroups({
  groups,
  more: moreKinds,
  columns,
  footer,
}: {
  groups: readonly RejectGroup[];
  more: boolean;
  columns: readonly string[];
  footer: ReactNode;
}) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { shown, more, showMore } = usePaged(groups);
  return (
    <div>
      <Table label={t("check.rejects")}>
        <Thead>
          <tr>
            <Th>{t("check.row")}</Th>
            <Th>{t("check.columnValue")}</Th>
            <Th>{t("check.whyNot")}</Th>
          </tr>
        </Thead>
        <Tbody>
          {shown.map(({ code, column, value, params, firstRow, count }) => (
            <Tr key={`${code} ${column} ${value}`}>
              <Td className="tnum text-ink-3">{format.number(firstRow)}</Td>
              <Td className="max-w-56 break-words">
                <span className="block text-caption font-normal text-ink-3">
                  {column === null ? t("check.wholeRow") : columns[column]}
                </span>
                {value}
              </Td>
              <Td>
                {t(`problems.${code}`, dated(params, format.day))}
                {count > 1 && (
                  <span className="block text-caption font-normal text-ink-3">
                    {t("count.times", { count })}
                  </span>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <MoreButton more={more} onClick={showMore} />
      {moreKinds && <p className="mt-2 text-caption font-normal text-ink-3">{t("check.moreGroups")}</p>}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">{footer}</div>
    </div>
  );
}
