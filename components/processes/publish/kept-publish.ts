import type { Hypothesis } from "@/lib/domain/versions/hypothesis";
import { METRICS } from "@/lib/domain/versions/hypothesis";
import { MOST_MOVES } from "@/lib/features/processes/view";
import type { HypothesisForm } from "./hypothesis-fields";
import type { Choices } from "./use-moves";

/** What somebody filled in on the publish page of a draft. */
export type KeptPublish = { readonly why: string; readonly form: HypothesisForm } & Choices;

/** Nothing is expected yet. */
export const UNSAID: HypothesisForm = { metric: "", direction: "down", size: "", stageKey: "" };

/** As text for the device; null while there is nothing to keep. */
export function writeKept({ why, form, stages, chosen }: KeptPublish): string | null {
  const empty = !why.trim() && form.metric === "" && chosen.length === 0 && Object.keys(stages).length === 0;
  return empty ? null : JSON.stringify({ why, form, stages, chosen } satisfies KeptPublish);
}

/** Reads what was kept; what is not as it should be is passed over, and null when nothing is. */
export function readKept(text: string | null): KeptPublish | null {
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof KeptPublish, unknown>>;
    const form = (kept.form ?? {}) as Partial<Record<keyof HypothesisForm, unknown>>;
    const metric: Hypothesis["metric"] | "" = METRICS.find((one) => one === form.metric) ?? "";
    const chosen = Array.isArray(kept.chosen) ? kept.chosen.filter((id) => typeof id === "string") : [];
    const stages = Object.entries((kept.stages ?? {}) as Record<string, unknown>);
    return {
      why: words(kept.why),
      form: {
        metric,
        direction: form.direction === "up" ? "up" : "down",
        size: words(form.size),
        stageKey: words(form.stageKey),
      },
      stages: Object.fromEntries(
        stages.flatMap(([from, onto]) => (typeof onto === "string" ? [[from, onto]] : [])),
      ),
      chosen: chosen.slice(0, MOST_MOVES),
    };
  } catch {
    return null;
  }
}

const words = (value: unknown): string => (typeof value === "string" ? value : "");
