import type { Tone } from "@/components/ui/badge";
import { type Day, daysBetween } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import type { DealStep } from "@/lib/features/deals/view";

type Timed = Pick<DealStep, "timing" | "status" | "doneOn" | "doneWhile" | "reason" | "from" | "until">;

/** A sentence of `guidance`, with what stands in it: days and texts are put into words by whoever shows it. */
export type Said = {
  readonly key:
    | `when.${"overdue" | "from" | "by"}`
    | `timing.${"on-time" | "early" | "earlyWhile" | "late" | "wrong-stage" | "wrongWhile" | "waived" | "waivedReason" | "skipped" | "overdue"}`;
  readonly on?: Day | undefined;
  readonly days?: number;
  readonly stage?: LocalText;
  readonly reason?: string;
};

/** When an open step is due, seen from today; null when nothing says so, and of one that is no longer open. */
export function whenOf({ status, from, until }: Timed, today: Day): Said | null {
  if (status !== "open") return null;
  if (until && until < today) return { key: "when.overdue", days: daysBetween(until, today) };
  if (from && from > today) return { key: "when.from", on: from };
  return until ? { key: "when.by", on: until } : null;
}

/**
 * What the timing of a step comes to in words, with the reason where one can be seen: which stage was still open, or behind
 * already. Null where there is nothing to say.
 */
export function timingOf(step: Timed, today: Day): { said: Said; tone: Tone } | null {
  const on = step.doneOn ?? undefined;
  const { doneWhile: stage, until } = step;
  switch (step.timing) {
    case "on-time":
      return { said: { key: "timing.on-time", on }, tone: "neutral" };
    case "early":
      return {
        said: stage ? { key: "timing.earlyWhile", stage } : { key: "timing.early", on },
        tone: "warn",
      };
    case "late":
      return { said: { key: "timing.late", on }, tone: "warn" };
    case "wrong-stage":
      return {
        said: stage ? { key: "timing.wrongWhile", stage } : { key: "timing.wrong-stage", on },
        tone: "warn",
      };
    case "waived":
      return {
        said: step.reason ? { key: "timing.waivedReason", reason: step.reason } : { key: "timing.waived" },
        tone: "neutral",
      };
    case "skipped":
      return { said: { key: "timing.skipped" }, tone: "warn" };
    case "overdue":
      // One that was due at an hour of today is not a day late yet.
      return {
        said:
          until && until < today
            ? { key: "when.overdue", days: daysBetween(until, today) }
            : { key: "timing.overdue" },
        tone: "warn",
      };
    default: {
      const said = whenOf(step, today);
      // Its day has passed and it is not overdue: the deal ended before.
      if (said?.key === "when.overdue") return null;
      return said && { said, tone: step.timing === "due-soon" ? "here" : "neutral" };
    }
  }
}
