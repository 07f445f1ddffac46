import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { EntryLines } from "./entry-lines";
import { LaneLine } from "./lane-line";
import { Lane, Lanes } from "./lanes";
import { routeOf } from "./route-view";
import { StepDetail } from "./step-detail";
import type { Words } from "./words";

/** A version to read: the line with the buyer above it, and below it who does what and when. */
export function ProcessMapView({
  doc,
  words,
  unfolded,
  said,
  remarks,
}: {
  doc: ProcessDocument;
  words: Words;
  /** The step that is shown with everything about it. */
  unfolded: string | null;
  /** How much of that waits for somebody, by key of the step. */
  said: ReadonlyMap<string, number>;
  /** What people say about a step. */
  remarks: (stepKey: string) => ReactNode;
}) {
  const { t } = words;
  const route = routeOf(doc, words);
  return (
    <Lanes
      label={t("map.lanes")}
      count={doc.stages.length}
      buyer={t("map.buyer")}
      legend={t("map.legend")}
      end={words.end}
    >
      {doc.stages.map((stage, index) => {
        const part = route.stages[index];
        if (!part) return null;
        return (
          <Lane
            key={stage.key}
            line={
              <LaneLine
                stage={part}
                first={index === 0}
                buyer={
                  <span className="line-clamp-2" title={part.buyerStep}>
                    {part.buyerStep}
                  </span>
                }
                us={t("map.us")}
                proof={
                  <span className={part.proof ? "line-clamp-3" : "text-hint"}>
                    {part.proof || t("problems.stage-no-exit")}
                  </span>
                }
              />
            }
            head={
              <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-2">
                <h2 className="font-serif text-lead font-medium">{words.stageName(stage)}</h2>
                <p className="w-full text-caption font-normal text-ink-3">
                  {words.planned(stage.plannedDays)}
                </p>
              </div>
            }
          >
            <ul className="flex flex-col gap-2">
              {stage.steps.map((step) => (
                <StepDetail
                  key={step.key}
                  step={step}
                  stage={stage}
                  doc={doc}
                  words={words}
                  unfolded={step.key === unfolded}
                  said={said.get(step.key) ?? 0}
                  remarks={remarks(step.key)}
                />
              ))}
            </ul>
            {stage.criteria.length > 0 && (
              <section className="mt-3">
                <h3 className="text-caption text-ink-3">{t("map.exits")}</h3>
                <ul className="mt-1 flex flex-col gap-1.5">
                  {stage.criteria.map((criterion) => (
                    <li key={criterion.key} className="flex gap-1.5 text-caption font-normal text-ink-2">
                      <ShieldCheck className="mt-px size-3.5 shrink-0 text-ink-3" aria-hidden="true" />
                      <span>
                        {words.text(criterion.text) || t("untitled.criterion")}{" "}
                        <span className="text-ink-3">({t(`evidence.${criterion.evidence}`)})</span>
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {stage.entries.length > 0 && (
              <dl className="mt-3 flex flex-col gap-2 text-caption font-normal text-ink-2">
                <EntryLines ids={stage.entries} words={words} />
              </dl>
            )}
          </Lane>
        );
      })}
    </Lanes>
  );
}
