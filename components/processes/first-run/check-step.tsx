import { CircleAlert, CircleCheck, Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { findCriterion, findStage, findStep } from "@/lib/domain/process/locate";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useWords, type Words } from "../words";
import { StepFoot } from "./step-foot";

/** What the check says of the draft. Hints never stand in the way. */
export function CheckStep({ org, draft }: { org: string; draft: ProcessDraft }) {
  const t = useTranslations("start");
  const words = useWords(draft, draft.category);
  const errors = draft.problems.filter(({ severity }) => severity === "error");
  const hints = draft.problems.filter(({ severity }) => severity === "hint");
  return (
    <>
      <h1 className="page-title">{t("check.title")}</h1>
      <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 sm:p-5">
        {errors.length === 0 ? (
          <p className="lead-sentence flex items-center gap-2">
            <CircleCheck className="size-5 shrink-0 text-good" aria-hidden="true" />
            {t("check.clean")}
          </p>
        ) : (
          <>
            <p className="lead-sentence flex items-center gap-2">
              <CircleAlert className="size-5 shrink-0 text-bad" aria-hidden="true" />
              {t("check.errors", { count: errors.length })}
            </p>
            <Found problems={errors} draft={draft} words={words} />
          </>
        )}
        {hints.length > 0 && (
          <details>
            <summary className="min-h-6 cursor-pointer text-body text-ink-2">
              <Lightbulb className="mr-1 inline size-4 text-hint" aria-hidden="true" />
              {t("check.hints", { count: hints.length })}
            </summary>
            <Found problems={hints} draft={draft} words={words} />
          </details>
        )}
        <p>
          <LinkButton href={paths.printProcess(org, draft.id, { of: "draft" })}>
            {t("check.print")}
          </LinkButton>
        </p>
      </section>
      <StepFoot back={paths.startProcess(org, draft.id, "people")}>
        {errors.length > 0 ? (
          <LinkButton variant="primary" href={paths.draft(org, draft.id)}>
            {t("check.fix")}
          </LinkButton>
        ) : (
          <LinkButton variant="primary" href={paths.startProcess(org, draft.id, "publish")}>
            {t("next")}
          </LinkButton>
        )}
      </StepFoot>
    </>
  );
}

function Found({
  problems,
  draft,
  words,
}: {
  problems: readonly Problem[];
  draft: ProcessDraft;
  words: Words;
}) {
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {problems.map(({ code, params, place }) => {
        const { stageKey, stepKey, criterionKey, field } = place;
        const stage = stageKey && findStage(draft.document, stageKey)?.stage;
        const step = stepKey && findStep(draft.document, stepKey)?.step;
        const criterion = criterionKey && findCriterion(draft.document, criterionKey)?.criterion;
        const where = [
          stage && words.stageName(stage),
          step && words.stepName(step),
          criterion && words.text(criterion.text),
        ].filter(Boolean);
        return (
          <li key={[code, stageKey, stepKey, criterionKey, field].join(".")}>
            <p className="text-body-strong">{words.t(`problems.${code}`, params)}</p>
            <p className="text-caption font-normal text-ink-3">{where.join(" · ")}</p>
          </li>
        );
      })}
    </ul>
  );
}
