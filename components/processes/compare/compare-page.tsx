import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { compareProcesses } from "@/lib/domain/process/compare";
import type { CompareSide, ProcessesCompared } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { makeWords, useTextLocale } from "../words";
import { CompareChoice } from "./compare-choice";
import { CompareHands } from "./compare-hands";
import { CompareThings } from "./compare-things";
import { CompareTime } from "./compare-time";
import { sideOf } from "./side";

/** Two processes held against each other: time, hand-overs, steps and criteria. */
export function ComparePage({ org, view }: { org: string; view: ProcessesCompared }) {
  const t = useTranslations("processes");
  const locale = useTextLocale();
  const { left: one, right: other } = view;
  const wordsOf = (side: CompareSide | null) => makeWords(t, locale, view, side?.category ?? "opportunity");
  const left = one && sideOf(one, wordsOf(one));
  const right = other && sideOf(other, wordsOf(other));
  const found = left && right && compareProcesses(left, right, view.week);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title"), href: paths.processes(org) }]}
        title={t("compare.title")}
        sub={found && left.id === right.id ? t("compare.itself") : t("compare.sub")}
      />
      <CompareChoice org={org} choices={view.choices} roles={view.roles} left={one} right={other} />
      {found ? (
        <>
          <p role="status" className="lead-sentence mb-4">
            {t("compare.finding", {
              shared: found.steps.shared.length,
              all: found.steps.shared.length + found.steps.onlyLeft.length + found.steps.onlyRight.length,
            })}{" "}
            {t("compare.findingDays", {
              left: left.name,
              right: right.name,
              leftDays: t("counts.days", { count: found.planned.left.days }),
              rightDays: t("counts.days", { count: found.planned.right.days }),
            })}
          </p>
          <div className="flex flex-col gap-4">
            <CompareTime left={left} right={right} planned={found.planned} />
            <CompareHands left={left} right={right} hands={found.hands} />
            <Card title={t("compare.steps")} sub={t("compare.stepsHow")}>
              <CompareThings what="steps" halves={found.steps} left={left} right={right} />
            </Card>
            <Card title={t("compare.criteria")}>
              <CompareThings what="criteria" halves={found.criteria} left={left} right={right} />
            </Card>
          </div>
        </>
      ) : (
        <EmptyState title={t(one && other ? "compare.nothingYet" : "compare.chooseTitle")}>
          {t(one && other ? "compare.nothingYetText" : "compare.choose")}
        </EmptyState>
      )}
    </Page>
  );
}
