"use client";

import { Ellipsis, Lightbulb, Plus } from "lucide-react";
import { Fragment, lazy, memo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import { equal } from "@/lib/domain/shared/equal";
import { HandMark } from "../hands/hand-mark";
import { LaneLine } from "../lane-line";
import { Lane } from "../lanes";
import { addStepElementId, stageElementId, useEditing } from "./editing";
import type { LaneView } from "./lane-view";
import { Rename } from "./rename";
import { StepCard } from "./step-card";
import type { Ghost } from "./typed-line";
import { type Spot, useLaneDrop } from "./use-drag";

const loadMenu = () => import("./stage-menu");
const StageMenu = lazy(loadMenu);

/** A stage: its part of the line, its name and time, and its steps. Drawn again only when what it shows changes. */
export const StageLane = memo(function StageLane({
  view,
  first,
  drop,
  ghost,
}: {
  view: LaneView;
  first: boolean;
  /** Where in this lane a dragged step would land; null when it is not over it. */
  drop: Spot | null;
  /** The step that is being typed here, or null. */
  ghost: Ghost | null;
}) {
  const { words, edit, select, moveStage, typeAt } = useEditing();
  const { t } = words;
  const { stage, route, chosen, steps } = view;
  const { key } = stage;
  const [renaming, setRenaming] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useLaneDrop(list, key);
  const name = words.stageName(stage);
  const flagged = new Set(steps.filter(({ error }) => error).map(({ step }) => step.key));
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
          chosen={view.chosenStep}
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
                  aria-pressed={chosen}
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
                    chosen && "text-accent",
                    !words.text(stage.name) && "text-ink-3 italic",
                  )}
                >
                  {name}
                </button>
              )}
            </h2>
            {view.colleague && (
              <span className="max-w-24 truncate rounded-full bg-presence px-1.5 text-caption text-canvas">
                {view.colleague}
              </span>
            )}
            <Late
              load={loadMenu}
              button={
                <IconButton
                  label={t("editor.actions", { name })}
                  tooltip={false}
                  className="-my-1.5 shrink-0"
                >
                  <Ellipsis className="size-4" aria-hidden="true" />
                </IconButton>
              }
            >
              {(at) => <StageMenu at={at} stageKey={key} onRename={() => setRenaming(true)} />}
            </Late>
          </div>
          <p className={cn("text-caption font-normal", view.errorText ? "text-bad" : "text-ink-3")}>
            {view.errorText ?? words.planned(view.plannedDays)}
          </p>
        </div>
      }
    >
      <div ref={list} className="flex min-h-24 flex-1 flex-col">
        <ul className="flex flex-col gap-2">
          {ghost?.after === null && <GhostStep name={ghost.name} />}
          {steps.map((row, index) => (
            <Fragment key={row.step.key}>
              {view.hands[index] && <HandMark>{view.hands[index]}</HandMark>}
              <StepCard
                {...row}
                stageKey={key}
                next={steps[index + 1]?.step.key ?? null}
                dropBefore={drop?.before === row.step.key}
              />
              {ghost?.after === row.step.key && <GhostStep name={ghost.name} />}
            </Fragment>
          ))}
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
}, equal);

/** Where the step that is being typed will stand. */
const GhostStep = ({ name }: { name: string }) => (
  <li
    aria-hidden="true"
    className="min-h-14 rounded-control border border-dashed border-here bg-ghost px-2 py-2 text-body-strong break-words"
  >
    <span className="line-clamp-3">{name}</span>
  </li>
);
