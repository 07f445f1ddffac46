"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CriterionRow } from "./criterion-row";
import { useDeal } from "./deal-provider";
import { usePaceLine } from "./stage-head";
import { useText } from "./words";

/** What must hold to leave this stage, with the evidence; and how long the stage takes. */
export function CriteriaCard() {
  const { deal } = useDeal();
  const t = useTranslations("deals.criteria");
  const pace = usePaceLine();
  const text = useText();
  const here = deal.stages.find(({ key }) => key === deal.stageKey);
  if (!here) return null;
  const given = here.criteria.filter((criterion) => criterion.given).length;
  const { pace: limits, daysInStage: days } = deal;
  return (
    <Card
      id="criteria"
      title={t("title", { stage: text(here.name) })}
      sub={here.criteria.length ? t("known", { given, count: here.criteria.length }) : undefined}
    >
      {here.criteria.length === 0 && <p className="text-ink-3">{t("none")}</p>}
      <ul>
        {here.criteria.map((criterion) => (
          <CriterionRow key={criterion.key} criterion={criterion} />
        ))}
      </ul>
      {deal.status === "open" && days !== null && limits && (
        <p className="mt-3 text-caption font-normal text-ink-3">
          {t("days", { days })} {pace(limits)}
        </p>
      )}
    </Card>
  );
}
