"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { LogDialog } from "./log/log-dialog";
import { useText } from "./words";

const SHOWN = 8;

/** What happened with the buyer, latest first; filled where the buyer took part. */
export function ActivityCard() {
  const { deal } = useDeal();
  const t = useTranslations("deals.activity");
  const kinds = useTranslations("deals.log.kind");
  const common = useTranslations("common");
  const format = useFormat();
  const text = useText();
  const [logging, setLogging] = useState(false);
  const [all, setAll] = useState(false);
  const steps = deal.stages.flatMap((stage) => stage.steps);
  const more = deal.activities.length - SHOWN;
  const rest = all || more <= 0 ? null : common("more", { count: more });
  useCommands([rest !== null && { label: `${t("title")}: ${rest}`, run: () => setAll(true) }]);
  const shown = all ? deal.activities : deal.activities.slice(0, SHOWN);
  return (
    <Card
      title={t("title")}
      actions={
        deal.mayEdit &&
        !deal.deleted && (
          <Button size="small" onClick={() => setLogging(true)}>
            {t("log")}
          </Button>
        )
      }
    >
      {deal.activities.length === 0 && <p className="text-ink-3">{t("none")}</p>}
      <ol>
        {shown.map((activity, index) => {
          const step = steps.find(({ key }) => key === activity.stepKey);
          return (
            <li key={activity.id} className="flex gap-3">
              <span className="w-17 shrink-0 pt-px text-caption font-normal text-ink-3">
                {format.day(activity.on)}
              </span>
              <span aria-hidden="true" className="relative flex w-3 shrink-0 justify-center">
                {index < shown.length - 1 && <span className="absolute top-3 -bottom-1 w-px bg-line" />}
                <span
                  className={cn(
                    "relative mt-1.5 size-2.5 rounded-full border-2 border-accent",
                    activity.twoWay ? "bg-accent" : "bg-surface",
                  )}
                />
              </span>
              <div className="min-w-0 flex-1 pb-3">
                <p className="flex flex-wrap items-baseline gap-x-1.5">
                  <strong className="font-semibold">
                    {kinds.has(activity.kind) ? kinds(activity.kind) : activity.kind}
                  </strong>
                  {activity.by && <span className="text-ink-3">{activity.by}</span>}
                  {activity.twoWay && <Badge className="ml-auto">{t("twoWay")}</Badge>}
                </p>
                {activity.note && (
                  <p className="break-words whitespace-pre-line text-ink-2">{activity.note}</p>
                )}
                {step && (
                  <p className="text-caption font-normal text-ink-3">
                    {t("counted", { step: text(step.name) })}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {rest && (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          {rest}
        </Button>
      )}
      {logging && <LogDialog onClose={() => setLogging(false)} />}
    </Card>
  );
}
