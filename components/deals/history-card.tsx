"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { useHistoryLine } from "./use-history-line";

const SHOWN = 10;

/** Everything that was changed, in sentences, with when and by whom. */
export function HistoryCard() {
  const { deal } = useDeal();
  const t = useTranslations("deals.history");
  const common = useTranslations("common");
  const format = useFormat();
  const line = useHistoryLine();
  const [all, setAll] = useState(false);
  const more = deal.history.length - SHOWN;
  const rest = all || more <= 0 ? null : common("more", { count: more });
  useCommands([rest !== null && { label: `${t("title")}: ${rest}`, run: () => setAll(true) }]);
  const shown = all ? deal.history : deal.history.slice(0, SHOWN);
  return (
    <Card title={t("title")}>
      <ol className="divide-y divide-line">
        {shown.map((event) => (
          <li key={event.seq} className="flex gap-x-3 py-1.5 max-sm:flex-wrap">
            <span className="w-21 shrink-0 pt-px text-caption font-normal text-ink-3">
              {event.on === null
                ? t("whenUnknown")
                : format.day(event.on, event.on.slice(0, 4) === deal.today.slice(0, 4) ? "short" : "year")}
            </span>
            <span className="min-w-0 flex-1 break-words max-sm:basis-2/3">{line(event)}</span>
            <span className="max-w-24 shrink-0 truncate pt-px max-sm:w-full max-sm:max-w-none max-sm:pl-24 text-caption font-normal text-ink-3">
              {event.by ?? ""}
            </span>
          </li>
        ))}
      </ol>
      {rest && (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          {rest}
        </Button>
      )}
    </Card>
  );
}
