"use client";

import { Lightbulb, Plus } from "lucide-react";
import { Fragment, memo, useRef, useState } from "react";
import type { RouteStage } from "@/components/route-line/types";
import { cn } from "@/components/ui/cn";
import type { Problem } from "@/lib/domain/process/problems";
import type { Owner, ProcessDocument, Stage } from "@/lib/domain/process/types";
import { HandMark } from "../hands/hand-mark";
import { LaneLine } from "../lane-line";
import { Lane } from "../lanes";
import { addStepElementId, stageElementId, useEditing } from "./editing";
import { Rename } from "./rename";
import { StageMenu } from "./stage-menu";
import { StepCard } from "./step-card";
import type { Ghost } from "./typed-line";
import { type Spot, useLaneDrop } from "./use-drag";

/** A stage: its part of the line, its name and time, and its steps. */
export const StageLane = memo(function StageLane({
  stage,
  held,
  doc,
  route,
  first,
  chosen,
  picked,
  drop,
  ghost,
  colleagues,
  marks,
  hands,
  usual,
}: {
  stage: Stage;
  /** The stage with the timing it inherits. */
  held: Stage;
  doc: ProcessDocument;
  route: RouteStage;
  first: boolean;
  /** `kind:key` of what the panel shows. */
  chosen: string | null;
  /** Keys of the selected steps. */
  picked: ReadonlySet<string>;
  /** Where in this lane a dragged step would land; null when it is not over it. */
  drop: Spot | null;
  /** The step that is being typed here, or null. */
  ghost: Ghost | null;
  /** Who has what open, by `kind:key`. */
  colleagues: ReadonlyMap<string, string>;
  marks: ReadonlyMap<string, Problem>;
  /** What to say above a step that receives the run from other hands. */
  hands: ReadonlyMap<string, string>;
  usual: readonly Owner[];
}) {
  const { words, edit, select, moveStage, typeAt } = useEditing();
  const { t } = words;
  const [renaming, setRenaming] = useState(false);
  const { key } = stage;
  const list = useRef<HTMLDivElement>(null);
  useLaneDrop(list, key);
  const name = words.stageName(stage);
  const mark = marks.get(`stage:${key}`);
  const error = mark?.severity === "error" ? mark : null;
  const flagged = new Set(
    stage.steps.filter((step) => marks.get(`step:${step.key}`)?.severity === "error").map((step) => step.key),
  );
  const open = (field?: string) => select({ kind: "stage", key, field });

  const rename = (typed: string | null) => {
    setRenaming(false);
    if (typed !== null)
      edit([{ type: "stage.set", stageKey: key, set: { name: { [words.locale]: typed } } }]);
  };
  const link = "line-clamp-2 max-w-full self-start rounded-xs text-left hover:underline";
  return (
    <Lane
      line={
        <LaneLine
          stage={route}
          first={first}
          us={t("map.us")}
          flagged={flagged}
          chosen={chosen?.startsWith("step:") ? chosen.slice(5) : null}
          buyer={
            <button type="button" title={route.buyerStep} onClick={() => open("buyerStep")} className={link}>
              {route.buyerStep || <span className="text-ink-3 italic">{t("editor.buyerStepEmpty")}</span>}
            </button>
          }
          proof={
            <button
              type="button"
              title={route.proof ?? undefined}
              onClick={() => open("criteria")}
              className={cn(
                "line-clamp-3 max-w-full rounded-xs text-right hover:underline",
                !route.proof && "font-semibold text-hint",
              )}
            >
              {route.proof || (
                <>
                  <Lightbulb className="mr-1 inline size-3.5" aria-hidden="true" />
                  {t("problems.stage-no-exit")}
                </>
              )}
            </button>
          }
        />
      }
      head={
        <div className="mb-2">
          <div className="flex items-start gap-1">
            <h2 className="min-w-0 flex-1">
              {renaming ? (
                <Rename
                  label={t("panel.name")}
                  value={words.text(stage.name)}
                  onDone={rename}
                  className="text-lead font-serif"
                />
              ) : (
                <button
                  type="button"
                  id={stageElementId(key)}
                  aria-pressed={chosen === `stage:${key}`}
                  onClick={(event) =>
                    event.detail === 0
                      ? select({ kind: "stage", key, field: "name", asked: event.timeStamp })
                      : open()
                  }
                  onDoubleClick={() => setRenaming(true)}
                  onKeyDown={(event) => {
                    if (event.key === "F2") setRenaming(true);
                    else if (event.altKey && event.key === "ArrowLeft") moveStage(key, -1);
                    else if (event.altKey && event.key === "ArrowRight") moveStage(key, 1);
                    else return;
                    event.preventDefault();
                  }}
                  className={cn(
                    "w-full rounded-xs text-left font-serif text-lead font-medium hover:underline",
                    chosen === `stage:${key}` && "text-accent",
                    !words.text(stage.name) && "text-ink-3 italic",
                  )}
                >
                  {name}
                </button>
              )}
            </h2>
            {colleagues.has(`stage:${key}`) && (
              <span className="max-w-24 truncate rounded-full bg-presence px-1.5 text-caption text-canvas">
                {colleagues.get(`stage:${key}`)}
              </span>
            )}
            <StageMenu stageKey={key} name={name} onRename={() => setRenaming(true)} />
          </div>
          <p className={cn("text-caption font-normal", error ? "text-bad" : "text-ink-3")}>
            {error ? t(`problems.${error.code}`, error.params) : words.planned(held.plannedDays)}
          </p>
        </div>
      }
    >
      <div ref={list} className="flex min-h-24 flex-1 flex-col">
        <ul className="flex flex-col gap-2">
          {ghost?.after === null && <GhostStep name={ghost.name} />}
          {stage.steps.map((step, index) => {
            const mark = marks.get(`step:${step.key}`);
            const wrong = mark?.severity === "error" ? mark : null;
            return (
              <Fragment key={step.key}>
                {hands.has(step.key) && <HandMark>{hands.get(step.key) ?? ""}</HandMark>}
                <StepCard
                  step={step}
                  stageKey={key}
                  next={stage.steps[index + 1]?.key ?? null}
                  colleague={colleagues.get(`step:${step.key}`) ?? null}
                  dropBefore={drop?.before === step.key}
                  window={held.steps[index]?.window ?? null}
                  when={words.windowText(held.steps[index]?.window ?? null, stage, doc)}
                  chosen={picked.has(step.key)}
                  error={wrong?.code ?? null}
                  errorText={wrong && t(`problems.${wrong.code}`, wrong.params)}
                  usual={usual}
                />
                {ghost?.after === step.key && <GhostStep name={ghost.name} />}
              </Fragment>
            );
          })}
        </ul>
        {drop?.before === null && <div className="mt-1 h-1 rounded-full bg-here" aria-hidden="true" />}
        <button
          id={addStepElementId(key)}
          type="button"
          aria-label={t("editor.addStepIn", { name })}
          onClick={() => typeAt({ stageKey: key, after: stage.steps.at(-1)?.key ?? null })}
          className="mt-2 inline-flex min-h-8 items-center gap-1.5 self-start rounded-control px-1.5 text-caption text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
        >
          <Plus className="size-4" aria-hidden="true" />
          {t("editor.addStep")}
        </button>
      </div>
    </Lane>
  );
});

/** Where the step that is being typed will stand. */
const GhostStep = ({ name }: { name: string }) => (
  <li
    aria-hidden="true"
    className="min-h-14 rounded-control border border-dashed border-here bg-ghost px-2 py-2 text-body-strong break-words"
  >
    {name}
  </li>
);
