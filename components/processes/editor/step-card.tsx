"use client";

import { CircleAlert, Ellipsis } from "lucide-react";
import { lazy, memo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import { equal } from "@/lib/domain/shared/equal";
import { SaidMark, WeightMark, WhenChip, WhoChip } from "../chips";
import { stepElementId, useEditing } from "./editing";
import type { StepView } from "./lane-view";
import type { Direction } from "./moves";
import { Rename } from "./rename";
import { useStepDrag } from "./use-drag";

const loadMenu = () => import("./step-menu");
const StepMenu = lazy(loadMenu);

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** A step in its lane: WHAT, WHO and WHEN. Drawn again only when what it shows changes. */
export const StepCard = memo(function StepCard({
  step,
  stageKey,
  next,
  window,
  when,
  chosen,
  dropBefore,
  colleague,
  error,
  errorText,
  usual,
  said,
}: StepView & {
  stageKey: string;
  /** The step below it, or null. */
  next: string | null;
  /** A step that is being dragged would land above this one. */
  dropBefore: boolean;
}) {
  const { words, edit, select, pick, moveStep, removeStep, duplicateStep, walk } = useEditing();
  const [renaming, setRenaming] = useState(false);
  const name = words.stepName(step);
  const { key } = step;
  const card = useRef<HTMLLIElement>(null);
  useStepDrag(card, { stepKey: key, stageKey, next });

  const rename = (typed: string | null) => {
    setRenaming(false);
    if (typed !== null) edit([{ type: "step.set", stepKey: key, set: { name: { [words.locale]: typed } } }]);
    document.getElementById(stepElementId(key))?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const command = event.ctrlKey || event.metaKey;
    if (arrow && event.altKey) moveStep(key, arrow);
    else if (arrow && !command) walk(key, arrow, event.shiftKey);
    else if (event.key === " " && command) pick(key, "toggle");
    else if (event.key === "Escape") select(null);
    else if (event.key === "F2") setRenaming(true);
    else if (event.key === "Delete" || event.key === "Backspace") removeStep(key);
    else if (command && event.key.toLowerCase() === "d") duplicateStep(key);
    else return;
    event.preventDefault();
  };

  return (
    <li
      ref={card}
      className={cn(
        "group relative rounded-control border bg-surface",
        chosen ? "border-accent bg-accent-soft outline-1 outline-accent" : "border-line hover:border-control",
        error && "border-bad",
        colleague && "border-presence outline-1 outline-presence",
        dropBefore &&
          "before:absolute before:inset-x-0 before:-top-1.5 before:h-1 before:rounded-full before:bg-here",
      )}
    >
      <button
        type="button"
        id={stepElementId(key)}
        aria-pressed={chosen}
        onClick={(event) => {
          // Enter and Space give no pointer detail: who works by keyboard goes on into the card.
          if (event.detail === 0) return select({ kind: "step", key, field: "name", asked: event.timeStamp });
          pick(key, event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "only");
        }}
        onDoubleClick={() => setRenaming(true)}
        onKeyDown={onKeyDown}
        className="flex w-full flex-col gap-1.5 rounded-control px-2 py-2 text-left"
      >
        <span className={cn("text-body-strong pr-5", !words.text(step.name) && "text-ink-3 italic")}>
          {name}
        </span>
        <span className="flex w-full min-w-0 items-center gap-1">
          <WhoChip owner={step.owner} words={words} on={chosen} />
          <WhenChip window={window} full={when} words={words} on={chosen} />
          <SaidMark count={said} words={words} />
          <WeightMark step={step} words={words} />
        </span>
      </button>
      {colleague && (
        <span className="absolute -top-2 right-2 max-w-[80%] truncate rounded-full bg-presence px-1.5 text-caption text-canvas">
          {words.t("editor.colleagueAt", { name: colleague })}
        </span>
      )}
      {renaming && (
        <div className="absolute inset-x-1 top-1 z-10 rounded-control bg-surface">
          <Rename
            label={words.t("panel.name")}
            value={words.text(step.name)}
            onDone={rename}
            className="min-h-8 text-body-strong"
          />
        </div>
      )}
      <Late
        load={loadMenu}
        button={
          <IconButton
            label={words.t("editor.actions", { name })}
            tooltip={false}
            className="absolute top-0.5 right-0.5 size-7 min-h-7 w-7 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis className="size-4" aria-hidden="true" />
          </IconButton>
        }
      >
        {(at) => <StepMenu at={at} stepKey={key} onRename={() => setRenaming(true)} />}
      </Late>
      {error && (
        <div className="flex gap-2 border-t border-bad bg-bad-soft px-2.5 py-1.5 text-caption text-bad">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />
          <div className="min-w-0">
            <p className="font-semibold">{errorText}</p>
            {error === "step-no-owner" && (
              <p className="flex flex-wrap items-center gap-x-2">
                <span>{words.t("editor.usually")}</span>
                {usual.map((owner) => (
                  <button
                    key={JSON.stringify(owner)}
                    type="button"
                    onClick={() => edit([{ type: "step.set", stepKey: key, set: { owner } }])}
                    className="min-h-6 font-semibold text-accent hover:underline pointer-coarse:min-h-11"
                  >
                    {words.ownerName(owner)}
                  </button>
                ))}
              </p>
            )}
          </div>
        </div>
      )}
    </li>
  );
}, equal);
