import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { TrashRow } from "@/lib/features/trash/view";

/** One row per thing that was thrown away. A narrow screen keeps the name, what is known of it below, and the way back. */
export function TrashTable({
  rows,
  label,
  day,
  onRestore,
}: {
  rows: readonly TrashRow[];
  label: string;
  day: (at: string) => string;
  onRestore: (row: TrashRow) => void;
}) {
  const t = useTranslations("settings.trash");
  return (
    <Table label={label}>
      <Thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th className="hidden md:table-cell">{t("by")}</Th>
          <Th className="hidden sm:table-cell">{t("when")}</Th>
          <Th className="hidden sm:table-cell">{t("left")}</Th>
          <Th className="w-24">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </Thead>
      <Tbody>
        {rows.map((row) => {
          const by = row.deletedBy ?? t("unknown");
          const left = t("days", { days: row.daysLeft });
          return (
            <Tr key={row.id}>
              <Th row className="py-2">
                <span className="break-words">{row.name}</span>
                {row.company && (
                  <span className="block text-caption font-normal text-ink-3">{row.company}</span>
                )}
                <span className="block text-caption font-normal text-ink-2 sm:hidden">
                  {t("meta", { day: day(row.deletedAt), by, left })}
                </span>
              </Th>
              <Td className="hidden md:table-cell">{by}</Td>
              <Td className="hidden whitespace-nowrap sm:table-cell">{day(row.deletedAt)}</Td>
              <Td className="hidden whitespace-nowrap sm:table-cell">{left}</Td>
              <Td className="text-right">
                {row.mayRestore && (
                  <Button
                    size="small"
                    aria-label={t("restoreOf", { name: row.name })}
                    onClick={() => onRestore(row)}
                  >
                    {t("restore")}
                  </Button>
                )}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
