"use client";

import { CircleAlert, CircleCheck, Lightbulb } from "lucide-react";
import { lazy } from "react";
import { TONE } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Late } from "@/components/ui/late";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { useEditing } from "./editing";

const load = () => import("./check-list");
const CheckList = lazy(load);

const PILL =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full px-3 text-caption font-semibold touch:min-h-11";

/** How many problems the check found, as a button that opens their list. */
export function CheckPanel({
  problems,
  doc,
  onGo,
}: {
  problems: readonly Problem[];
  doc: ProcessDocument;
  onGo: (problem: Problem) => void;
}) {
  const { t } = useEditing().words;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const hints = problems.length - errors;
  return (
    <Late
      load={load}
      popup="dialog"
      button={
        <button type="button" className="flex flex-wrap items-center gap-2 rounded-full">
          {errors > 0 && (
            <span className={cn(PILL, TONE.bad)}>
              <CircleAlert className="size-4" aria-hidden="true" />
              {t("editor.errors", { count: errors })}
            </span>
          )}{" "}
          {hints > 0 && (
            <span className={cn(PILL, TONE.warn)}>
              <Lightbulb className="size-4" aria-hidden="true" />
              {t("editor.hints", { count: hints })}
            </span>
          )}
          {problems.length === 0 && (
            <span className={cn(PILL, TONE.good)}>
              <CircleCheck className="size-4" aria-hidden="true" />
              {t("editor.clean")}
            </span>
          )}
        </button>
      }
    >
      {(at) => <CheckList {...at} {...{ problems, doc, onGo }} />}
    </Late>
  );
}
