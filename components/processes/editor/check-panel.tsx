"use client";

import { CircleAlert, CircleCheck, Lightbulb } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { TONE } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { groupProblems, type ProblemGroup } from "@/lib/domain/process/problem-groups";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { CheckGroup, ENTRY } from "./check-group";
import { useEditing } from "./editing";

const PILL =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full px-3 text-caption font-semibold touch:min-h-11";

/** What the check found, as a button that opens it: equal problems on one line, what blocks publishing first. */
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
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const groups = groupProblems(problems);
  const of = (severity: Problem["severity"]) => groups.filter((group) => group.severity === severity);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const hints = problems.length - errors;

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>(`[${ENTRY}]`) ?? [])];
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  };
  /** What was solved is gone from the list: the focus goes to what took its place. */
  const keepFocus = (work: () => void) => {
    const focused = document.activeElement?.closest("li")?.querySelector<HTMLElement>(`[${ENTRY}]`);
    const at = focused ? entries().indexOf(focused) : 0;
    work();
    requestAnimationFrame(() => {
      const left = entries();
      (left[Math.min(at, left.length - 1)] ?? list.current)?.focus();
    });
  };
  const part = (title: string, found: readonly ProblemGroup[]) =>
    found.length > 0 && (
      <section className="not-first:mt-3">
        <h3 className="mb-1 text-caption text-ink-3">{title}</h3>
        <ul className="-mx-2 flex flex-col">
          {found.map((group) => (
            <CheckGroup
              key={group.code}
              group={group}
              doc={doc}
              keepFocus={keepFocus}
              onGo={(problem) => {
                setOpen(false);
                onGo(problem);
              }}
            />
          ))}
        </ul>
      </section>
    );

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("check.title")}
      align="center"
      className="max-h-[70dvh] w-104 overflow-y-auto"
      trigger={
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus among the buttons inside, which answer themselves */}
      <div ref={list} tabIndex={-1} onKeyDown={walk} className="outline-none">
        {part(t("editor.checkErrors"), of("error"))}
        {part(t("editor.checkHints"), of("hint"))}
        {problems.length === 0 && <p className="text-body text-ink-2">{t("check.nothing")}</p>}
      </div>
    </Popover>
  );
}
