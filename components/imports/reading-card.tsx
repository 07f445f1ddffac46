"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { evidenceOf } from "./evidence";
import { ReadingDialog } from "./reading-dialog";
import { ReadingQuestions } from "./reading-questions";
import type { Act } from "./use-import";

/** What we read of the file, with an example and the reason for each; what the file leaves open is asked below. */
export function ReadingCard({
  org,
  view,
  act,
  mayChange,
}: {
  org: string;
  view: ImportView;
  act: Act;
  mayChange: boolean;
}) {
  const t = useTranslations("imports");
  const format = useFormat();
  const rows = evidenceOf(view, t, format);
  return (
    <Card
      title={t("reading.title")}
      actions={
        mayChange && (
          <ReadingDialog
            org={org}
            view={view}
            act={act}
            trigger={<Button size="small">{t("reading.wrong")}</Button>}
          />
        )
      }
    >
      <Table label={t("reading.title")}>
        <Thead>
          <tr>
            <Th>{t("reading.property")}</Th>
            <Th>{t("reading.readAs")}</Th>
            <Th className="hidden sm:table-cell">{t("reading.example")}</Th>
            <Th className="hidden sm:table-cell">{t("reading.why")}</Th>
          </tr>
        </Thead>
        <Tbody>
          {rows.map(({ key, property, readAs, example, why }) => (
            <Tr key={key} className="align-top sm:align-middle">
              <Td className="text-ink-2">{property}</Td>
              <Td className="font-semibold">
                {readAs}
                <span className="block font-normal sm:hidden">{example}</span>
                <span className="block text-caption font-normal text-ink-3 sm:hidden">{why}</span>
              </Td>
              <Td className="hidden sm:table-cell">{example}</Td>
              <Td className="hidden text-caption font-normal text-ink-3 sm:table-cell">{why}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <ReadingQuestions org={org} view={view} act={act} />
    </Card>
  );
}
