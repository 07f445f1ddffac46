"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { SeenPreview } from "@/lib/features/visibility/view";

/** What the rules come to for each person, in words and in open deals. */
export function PeopleSeen({
  preview,
  draft,
  busy,
}: {
  preview: SeenPreview;
  draft: boolean;
  busy: boolean;
}) {
  const t = useTranslations("settings.visibility");
  const role = useTranslations("people.role");
  return (
    <Card title={t("outcome")} sub={draft ? t("outcomeDraft") : t("outcomeNow")}>
      <div aria-busy={busy} className={busy ? "opacity-60" : undefined}>
        <Table label={t("outcome")}>
          <Thead>
            <tr>
              <Th>{t("person")}</Th>
              <Th className="hidden sm:table-cell">{t("seesColumn")}</Th>
              <Th numeric>{t("dealsColumn")}</Th>
            </tr>
          </Thead>
          <Tbody>
            {preview.people.map(({ id, name, role: access, team, sees, deals }) => (
              <Tr key={id}>
                <Th row className="py-2">
                  {name}
                  <span className="block text-caption font-normal text-ink-3">
                    {team ? t("roleInTeam", { role: role(access), team }) : role(access)}
                  </span>
                  <span className="block text-caption font-normal text-ink-2 sm:hidden">
                    {t(`sees.${sees}`)}
                  </span>
                </Th>
                <Td className="hidden sm:table-cell">
                  {t(`sees.${sees}`)}
                  {sees === "team" && !team && (
                    <span className="block text-caption text-warn">{t("noTeam")}</span>
                  )}
                </Td>
                <Td numeric>{t("ofOpen", { deals, total: preview.total })}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
      {preview.more > 0 && (
        <p className="mt-3 text-caption text-ink-3">{t("more", { count: preview.more })}</p>
      )}
    </Card>
  );
}
