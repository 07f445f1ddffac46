"use client";

import { useTranslations } from "next-intl";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { CheckCounts } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { type BarTone, GroupBar, GroupMark } from "./group-bar";

const TONES: readonly BarTone[] = ["created", "updated", "same", "rejected"];

/** The groups of rows with their amounts per currency, and that they add up to the file. */
export function CheckSums({ check }: { check: CheckCounts }) {
  const t = useTranslations("imports.check");
  const format = useFormat();
  const { rows, sums } = check;
  const tones = TONES.filter((tone) => tone === "created" || tone === "rejected" || check[tone] > 0);
  const counts = {
    created: check.created,
    updated: check.updated,
    same: check.same,
    rejected: check.rejected,
  };
  return (
    <>
      <GroupBar
        label={t("bar", counts)}
        parts={TONES.map((tone) => ({ tone, share: rows > 0 ? check[tone] / rows : 0 }))}
      />
      <Table label={t("group")} className="mt-1">
        <Thead>
          <tr className="sr-only">
            <Th>{t("group")}</Th>
            <Th numeric>{t("rows")}</Th>
            {sums.map(({ currency }) => (
              <Th key={currency} numeric>
                {t("amount")} {currency}
              </Th>
            ))}
          </tr>
        </Thead>
        <Tbody>
          {tones.map((tone) => (
            <Tr key={tone}>
              <Td>
                <GroupMark tone={tone} />
                {t(tone)}
              </Td>
              <Td numeric>{format.number(check[tone])}</Td>
              {sums.map((sum) => (
                <Td key={sum.currency} numeric>
                  {format.money(sum[tone], sum.currency)}
                </Td>
              ))}
            </Tr>
          ))}
          <Tr total>
            <Td>{t("inFile")}</Td>
            <Td numeric>{format.number(rows)}</Td>
            {sums.map((sum) => (
              <Td key={sum.currency} numeric>
                {format.money(sum.file, sum.currency)}
              </Td>
            ))}
          </Tr>
        </Tbody>
      </Table>
    </>
  );
}
