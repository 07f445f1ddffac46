"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { MergeRecord } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** What became part of the company, or person, with the way back while there is one. */
export function MergesCard({
  title,
  merges,
  mayEdit,
  unmerge,
}: {
  title: string;
  merges: readonly MergeRecord[];
  mayEdit: boolean;
  unmerge: (merge: { id: string; name: string }) => void;
}) {
  const t = useTranslations("buying.merge");
  const format = useFormat();
  useCommands(
    merges.map(
      (merge) =>
        mayEdit &&
        merge.daysLeft > 0 && { label: t("undoName", { name: merge.name }), run: () => unmerge(merge) },
    ),
  );
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {merges.map((merge) => (
          <li key={merge.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0">
              <p className="text-body-strong break-words">
                <bdi>{merge.name}</bdi>
              </p>
              <p className="text-caption font-normal text-ink-3">
                {[
                  format.day(merge.at.slice(0, 10), "year"),
                  merge.by && t("by", { name: merge.by }),
                  merge.daysLeft > 0 ? t("daysLeft", { days: merge.daysLeft }) : t("tooLate"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {mayEdit && merge.daysLeft > 0 && (
              <Button
                size="small"
                aria-label={t("undoName", { name: merge.name })}
                onClick={() => unmerge(merge)}
              >
                {t("undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
