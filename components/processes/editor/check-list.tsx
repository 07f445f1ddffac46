"use client";

import { type KeyboardEvent, useRef } from "react";
import type { LateProps } from "@/components/ui/late";
import { Popover } from "@/components/ui/popover";
import { groupProblems, type ProblemGroup } from "@/lib/domain/process/problem-groups";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { CheckGroup, ENTRY } from "./check-group";
import { useEditing } from "./editing";

/** What the check found: equal problems on one line, what blocks publishing first. */
export default function CheckList({
  problems,
  doc,
  onGo,
  ...late
}: LateProps & {
  problems: readonly Problem[];
  doc: ProcessDocument;
  onGo: (problem: Problem) => void;
}) {
  const { t } = useEditing().words;
  const list = useRef<HTMLDivElement>(null);
  const groups = groupProblems(problems);
  const of = (severity: Problem["severity"]) => groups.filter((group) => group.severity === severity);

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
    // Before its button goes, or the panel would take the focus to itself.
    list.current?.focus();
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
                late.onOpenChange(false);
                onGo(problem);
              }}
            />
          ))}
        </ul>
      </section>
    );

  return (
    <Popover
      {...late}
      title={t("check.title")}
      align="center"
      className="max-h-[70dvh] w-104 overflow-y-auto"
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
