import type { Locale } from "../shared/text";
import { isBlank, missingTranslations } from "./check-text";
import { type Problem, problem } from "./problems";
import type { Stage } from "./types";

/** A stage needs a way out that the buyer can confirm; the seller's word alone is a hint, not an error. */
export function checkCriteria(stage: Stage, locales: readonly Locale[]): Problem[] {
  const place = { stageKey: stage.key };
  if (stage.criteria.length === 0) return [problem("stage-no-exit", { ...place, field: "criteria" })];
  const found = stage.criteria.flatMap(({ key, text }) => {
    const at = { ...place, criterionKey: key };
    const blank = isBlank(text) ? [problem("criterion-no-text", { ...at, field: "text" })] : [];
    return [...blank, ...missingTranslations({ text }, at, locales)];
  });
  const verifiable = stage.criteria.some((criterion) => criterion.evidence !== "seller-word");
  return verifiable ? found : [problem("exit-seller-word", { ...place, field: "criteria" }), ...found];
}
