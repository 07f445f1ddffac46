import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { type Fix, fixOf } from "@/lib/domain/process/fixes";
import { type ProblemGroup, problemId } from "@/lib/domain/process/problem-groups";
import type { Problem } from "@/lib/domain/process/problems";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { Words } from "../words";
import { useEditing } from "./editing";
import { placeOf } from "./selection";

/** The mark of the buttons that the arrow keys walk along. */
export const ENTRY = "data-check-entry";

const LINE =
  "flex min-h-9 min-w-0 flex-1 items-start gap-2 rounded-control px-2 py-1.5 text-left hover:bg-accent-soft touch:min-h-11";

/** A problem with its places: one place is a line that leads there, several open below their line. */
export function CheckGroup({
  group,
  doc,
  keepFocus,
  onGo,
}: {
  group: ProblemGroup;
  doc: ProcessDocument;
  /** Does the work and keeps the focus in the list. */
  keepFocus: (work: () => void) => void;
  onGo: (problem: Problem) => void;
}) {
  const { words, known, fix } = useEditing();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { code, problems, alike } = group;
  const places = problems.map((problem) => ({ problem, fix: fixOf(problem, doc, known) }));
  const [first] = places;
  if (!first) return null;
  const say = (problem: Problem) => t(`problems.${problem.code}`, problem.params);
  const place = ({ problem, fix: remedy }: (typeof places)[number], text: string, more: string) => (
    <>
      <button type="button" {...{ [ENTRY]: "" }} onClick={() => onGo(problem)} className={LINE}>
        <span className="flex min-w-0 flex-col">
          <span className={more ? "text-body-strong" : "text-body"}>{text}</span>
          {more && <span className="truncate text-caption font-normal text-ink-3">{more}</span>}
        </span>
      </button>
      {remedy && (
        <Button
          size="small"
          aria-label={`${remedyText(remedy, words)}: ${whereText(problem, doc, words)}`}
          onClick={() => keepFocus(() => fix([problem]))}
        >
          {remedyText(remedy, words)}
        </Button>
      )}
    </>
  );
  if (problems.length === 1) {
    return (
      <li className="flex items-center gap-1">
        {place(first, say(first.problem), whereText(first.problem, doc, words))}
      </li>
    );
  }

  const curable = places.filter((one) => one.fix !== null);
  const remedies = new Set(curable.map((one) => one.fix && remedyText(one.fix, words)));
  const [remedy] = remedies.size === 1 ? remedies : [];
  const title = alike ? say(first.problem) : t(`check.groups.${code}`);
  const all = t(curable.length === problems.length ? "check.fixAll" : "check.fixSome", {
    count: curable.length,
    all: problems.length,
  });
  return (
    <li>
      <div className="flex items-center gap-1">
        <button
          type="button"
          {...{ [ENTRY]: "" }}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") setOpen(true);
            if (event.key === "ArrowLeft") setOpen(false);
          }}
          className={LINE}
        >
          <ChevronRight
            className={cn("mt-0.5 size-4 shrink-0 text-ink-3 transition-transform", open && "rotate-90")}
            aria-hidden="true"
          />
          <span className="flex min-w-0 flex-col">
            <span className="text-body-strong">{title}</span>
            <span className="text-caption font-normal text-ink-3">
              {t("check.places", { count: problems.length })}
              {remedy && ` · ${remedy}`}
            </span>
          </span>
        </button>
        {curable.length > 1 && (
          <Button
            size="small"
            aria-label={`${all}: ${remedy ?? title}`}
            onClick={() => keepFocus(() => fix(problems))}
          >
            {all}
          </Button>
        )}
      </div>
      <ul id={id} hidden={!open} className="mb-1 ml-4 border-l border-line pl-2">
        {places.map((one) => (
          <li key={problemId(one.problem)} className="flex items-center gap-1">
            {place(one, whereText(one.problem, doc, words), alike ? "" : say(one.problem))}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What a remedy does, as the words of its button. */
const remedyText = ({ code, owner, days }: Fix, words: Words): string =>
  words.t(`fix.${code}`, { owner: owner ? words.ownerName(owner) : "", days: days ?? 0 });

/** Where a problem lies, from the stage inwards. */
function whereText(problem: Problem, doc: ProcessDocument, words: Words): string {
  const { stage, step, criterion } = placeOf(problem, doc);
  return [
    stage && words.stageName(stage),
    step && words.stepName(step),
    criterion && (words.text(criterion.text) || words.t("untitled.criterion")),
  ]
    .filter(Boolean)
    .join(" · ");
}
