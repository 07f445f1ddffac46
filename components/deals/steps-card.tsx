"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { DealStage } from "@/lib/features/deals/view";
import { CriterionRow } from "./criterion-row";
import { useDeal } from "./deal-provider";
import { StepRow } from "./step-row";
import { useText } from "./words";

/** The steps of this stage; what is behind and what is ahead folds away. */
export function StepsCard() {
  const { deal } = useDeal();
  const t = useTranslations("guidance.steps");
  const text = useText();
  const here = deal.stages.find(({ state }) => state === "here");
  const behind = deal.stages.filter(({ state }) => state === "behind");
  const ahead = deal.stages.filter(({ state }) => state === "ahead");
  const past = behind.flatMap(({ steps }) => steps);
  const done = past.filter(({ status }) => status === "done");
  const right = done.filter(({ timing }) => timing === "on-time").length;
  return (
    <Card title={here ? t("title", { stage: text(here.name) }) : t("titleAll")}>
      {behind.length > 0 && (
        <Fold
          title={t("behind")}
          sub={t("behindSub", { right, done: done.length, left: past.length - done.length })}
        >
          {behind.map((stage) => (
            <StageSteps key={stage.key} stage={stage} next={deal.next?.stepKey ?? null} />
          ))}
        </Fold>
      )}
      {here && here.steps.length === 0 && <p className="py-2 text-ink-3">{t("none")}</p>}
      <ul>
        {here?.steps.map((step) => (
          <StepRow key={step.key} step={step} next={step.key === deal.next?.stepKey} />
        ))}
      </ul>
      {ahead.length > 0 && (
        <Fold
          title={t("ahead")}
          sub={t("aheadSub", {
            steps: ahead.reduce((sum, { steps }) => sum + steps.length, 0),
            stages: ahead.length,
          })}
        >
          {ahead.map((stage) => (
            <StageSteps key={stage.key} stage={stage} next={null} />
          ))}
        </Fold>
      )}
    </Card>
  );
}

function Fold({ title, sub, children }: { title: string; sub: string; children: React.ReactNode }) {
  return (
    <details className="group border-y border-line first-of-type:border-t-0 last-of-type:border-b-0">
      <summary className="flex min-h-10 list-none items-center gap-3 pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 16 16"
          className="size-4 text-ink-3 transition-transform group-open:rotate-90"
          aria-hidden="true"
        >
          <path d="M6 3.5 10.5 8 6 12.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <span className="flex-1">{title}</span>
        <span className="text-caption font-normal text-ink-3">{sub}</span>
      </summary>
      <div className="pb-2 pl-2">{children}</div>
    </details>
  );
}

function StageSteps({ stage, next }: { stage: DealStage; next: string | null }) {
  const text = useText();
  return (
    <section className="pt-2">
      <h3 className="text-caption text-ink-3">{text(stage.name)}</h3>
      <ul>
        {stage.steps.map((step) => (
          <StepRow key={step.key} step={step} next={step.key === next} />
        ))}
        {stage.state === "behind" &&
          stage.criteria.map((criterion) => <CriterionRow key={criterion.key} criterion={criterion} />)}
      </ul>
    </section>
  );
}
