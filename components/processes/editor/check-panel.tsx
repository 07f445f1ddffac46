"use client";

import { CircleAlert, CircleCheck, Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TONE } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { fixOf } from "@/lib/domain/process/fixes";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { useEditing } from "./editing";
import { placeOf } from "./selection";

const PILL =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full px-3 text-caption font-semibold pointer-coarse:min-h-11";

/** What the check found, as two pills that open their list; each entry leads to its own place. */
export function CheckPanel({
  problems,
  doc,
  onGo,
}: {
  problems: readonly Problem[];
  doc: ProcessDocument;
  onGo: (problem: Problem) => void;
}) {
  const t = useTranslations("processes.editor");
  const errors = problems.filter((problem) => problem.severity === "error");
  const hints = problems.filter((problem) => problem.severity === "hint");
  if (problems.length === 0) {
    return (
      <span className="inline-flex items-center gap-1.5 text-caption font-semibold text-good">
        <CircleCheck className="size-4" aria-hidden="true" />
        {t("clean")}
      </span>
    );
  }
  return (
    <>
      {errors.length > 0 && (
        <Found
          className={TONE.bad}
          icon={<CircleAlert className="size-4" aria-hidden="true" />}
          label={t("errors", { count: errors.length })}
          title={t("checkErrors")}
          {...{ problems: errors, doc, onGo }}
        />
      )}
      {hints.length > 0 && (
        <Found
          className={TONE.warn}
          icon={<Lightbulb className="size-4" aria-hidden="true" />}
          label={t("hints", { count: hints.length })}
          title={t("checkHints")}
          {...{ problems: hints, doc, onGo }}
        />
      )}
    </>
  );
}

function Found({
  className,
  icon,
  label,
  title,
  problems,
  doc,
  onGo,
}: {
  className: string;
  icon: React.ReactNode;
  label: string;
  title: string;
  problems: readonly Problem[];
  doc: ProcessDocument;
  onGo: (problem: Problem) => void;
}) {
  const { words, edit } = useEditing();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={title}
      align="center"
      className="max-h-[70dvh] w-96 overflow-y-auto"
      trigger={
        <button type="button" className={cn(PILL, className)}>
          {icon}
          {label}
        </button>
      }
    >
      <ul className="-mx-2 flex flex-col">
        {problems.map((problem) => {
          const { stage, step, criterion } = placeOf(problem, doc);
          const { stageKey, stepKey, criterionKey, field } = problem.place;
          const fix = fixOf(problem, doc);
          const where = [
            stage && words.stageName(stage),
            step && words.stepName(step),
            criterion && (words.text(criterion.text) || words.t("untitled.criterion")),
          ].filter(Boolean);
          return (
            <li
              key={[problem.code, stageKey, stepKey, criterionKey, field].join(".")}
              className="flex items-center gap-1"
            >
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  onGo(problem);
                }}
                className="flex min-h-9 min-w-0 flex-1 flex-col rounded-control px-2 py-1.5 text-left hover:bg-accent-soft"
              >
                <span className="text-body-strong">
                  {words.t(`problems.${problem.code}`, problem.params)}
                </span>
                <span className="w-full truncate text-caption font-normal text-ink-3">
                  {where.join(" · ")}
                </span>
              </button>
              {fix && (
                <Button size="small" onClick={() => edit(fix.edits)}>
                  {words.t(`fix.${fix.code}`, {
                    owner: fix.owner ? words.ownerName(fix.owner) : "",
                    days: fix.days ?? 0,
                  })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
