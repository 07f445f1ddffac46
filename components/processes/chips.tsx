import { Clock, MessageSquare, Star } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { Owner, Step, Window } from "@/lib/domain/process/types";
import type { Words } from "./words";

const CHIP = "inline-flex min-h-5 min-w-0 items-center gap-1 rounded-full px-1.5 text-caption";

/** WHO, on a chip; a dashed red question where nobody is named. */
export function WhoChip({ owner, words, on }: { owner: Owner | null; words: Words; on?: boolean }) {
  const name = words.ownerName(owner);
  return (
    <span
      title={name}
      className={cn(
        CHIP,
        owner === null
          ? "border border-dashed border-bad bg-bad-soft font-semibold text-bad"
          : on
            ? "bg-surface text-ink"
            : "bg-sunken text-ink-2",
      )}
    >
      <span className="truncate">{name}</span>
    </span>
  );
}

/** WHEN, on a chip: short for the eye, in full for a screen reader and on hover. */
export function WhenChip({
  window,
  full,
  words,
  on,
}: {
  window: Window | null;
  full: string;
  words: Words;
  on?: boolean;
}) {
  if (!window) return null;
  return (
    <span title={full} className={cn(CHIP, "shrink-0", on ? "bg-surface text-ink" : "bg-sunken text-ink-2")}>
      <Clock className="size-3" aria-hidden="true" />
      <span aria-hidden="true" className="tnum">
        {words.windowShort(window)}
      </span>
      <span className="sr-only">{full}</span>
    </span>
  );
}

/** The star of a key step, or a word for what may be left out. */
export function WeightMark({ step, words }: { step: Step; words: Words }) {
  const label = words.t(`importance.${step.importance}`);
  if (step.importance === "optional")
    return <span className="shrink-0 text-caption font-normal text-ink-3">{label}</span>;
  if (step.importance === "normal") return null;
  return (
    <span className="ml-auto shrink-0 text-accent" title={label}>
      <Star className="size-4 fill-current" aria-hidden="true" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** How many remarks and suggestions on a step wait for somebody; nothing when none do. */
export function SaidMark({ count, words }: { count: number; words: Words }) {
  if (count === 0) return null;
  const label = words.t("map.said", { count });
  return (
    <span title={label} className={cn(CHIP, "shrink-0 bg-warn-soft font-semibold text-warn")}>
      <MessageSquare className="size-3" aria-hidden="true" />
      <span aria-hidden="true" className="tnum">
        {count}
      </span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
