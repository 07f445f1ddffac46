"use client";

import { useTranslations } from "next-intl";
import { type Option, Select } from "@/components/ui/select";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { MoreButton } from "./more-button";
import { usePaged } from "./use-paged";

/** Rows before "show more": stages fit, owners of a whole team would push the rest off the screen. */
const FIRST = 10;

export type ValueRow = {
  readonly value: string;
  readonly count: number;
  readonly chosen: string | null;
  readonly options?: readonly Option[];
};

/** Values of one column with how often, and what each stands for. */
export function ValueTable({
  label,
  means,
  nameOf,
  rows,
  options,
  onChoose,
  mayChange,
}: {
  label: string;
  means: string;
  /** Name of the choice for a value, for assistive technology. */
  nameOf: (value: string) => string;
  rows: readonly ValueRow[];
  options: readonly Option[];
  onChoose: (value: string, key: string) => void;
  mayChange: boolean;
}) {
  const t = useTranslations("imports.stages");
  const format = useFormat();
  const { shown, more, showMore } = usePaged(rows, FIRST);
  return (
    <>
      <Table label={label}>
        <Thead>
          <tr>
            <Th>{t("value")}</Th>
            <Th numeric className="w-14 sm:w-20">
              {t("deals")}
            </Th>
            <Th className="pl-3 sm:pl-6">{means}</Th>
          </tr>
        </Thead>
        <Tbody>
          {shown.map(({ value, count, chosen, options: own }) => {
            const choices = own ?? options;
            return (
              <Tr key={value} className={chosen === null ? "bg-here-soft" : undefined}>
                <Td className="max-w-32 break-words sm:max-w-48">{value}</Td>
                <Td numeric>{format.number(count)}</Td>
                <Td className="pl-3 sm:pl-6">
                  {mayChange ? (
                    <Select
                      inline
                      label={nameOf(value)}
                      options={choices}
                      value={chosen}
                      placeholder={t("choose")}
                      onChange={(key) => onChoose(value, key)}
                      className="-ml-2 min-h-7 border-transparent max-sm:*:whitespace-normal sm:max-w-72 py-0 bg-transparent px-2 underline decoration-control underline-offset-4 hover:border-control"
                    />
                  ) : (
                    choices.find((option) => option.value === chosen)?.label
                  )}
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
