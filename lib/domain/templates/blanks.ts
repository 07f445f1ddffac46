import type { Edit } from "../process/edits";
import { LIMITS } from "../process/limits";
import { findCriterion, findStep } from "../process/locate";
import type { Owner, ProcessDocument, WindowUnit } from "../process/types";
import { inLocale, type Locale, type LocalText } from "../shared/text";
import { BLANKS, type Blank } from "./blank-sentences";
import { findTemplate } from "./registry";

/** A blank of a template as it stands in a draft: a sentence with a gap, and what is in the gap now. */
export type OpenBlank = {
  /** Key of the criterion or step it is about. */
  readonly key: string;
  readonly stageKey: string;
  /** The words before and after the gap. */
  readonly before: string;
  readonly after: string;
} & (
  | { readonly kind: "text"; readonly value: string; readonly example: string; readonly most: number }
  | { readonly kind: "days"; readonly value: number; readonly unit: WindowUnit }
  | { readonly kind: "owner"; readonly value: Owner | null }
);

const GAP = "{answer}";

/**
 * The blanks of a template that its draft still has: what the organisation alone can say. None without a template, and
 * none about what was removed from the draft. A text counts as filled in once the draft says the sentence.
 */
export function blanksOf(templateKey: string | null, doc: ProcessDocument, locale: Locale): OpenBlank[] {
  return (templateKey === null ? [] : (BLANKS[templateKey] ?? [])).flatMap((blank): OpenBlank[] => {
    const [before, after] = around(blank.sentence, locale);
    if (blank.kind === "text") {
      const spot = findCriterion(doc, blank.key);
      if (!spot) return [];
      const value = between(inLocale(spot.criterion.text, locale), before, after);
      const most = LIMITS.criterion - before.length - after.length;
      const example = inLocale(blank.example, locale);
      return [
        { kind: "text", key: blank.key, stageKey: spot.stage.key, before, after, value, example, most },
      ];
    }
    const spot = findStep(doc, blank.key);
    if (!spot) return [];
    const at = { key: blank.key, stageKey: spot.stage.key, before, after };
    if (blank.kind === "owner") return [{ ...at, kind: "owner", value: spot.step.owner }];
    const { window } = spot.step;
    if (window === null || window.latest === null || window.latest < 0) return [];
    return [{ ...at, kind: "days", value: window.latest, unit: window.unit }];
  });
}

/** Fills a text in; nothing in the gap puts the template's own words back. Null when the draft has no such blank. */
export function fillText(
  templateKey: string,
  key: string,
  answer: string,
  locale: Locale,
): Extract<Edit, { type: "criterion.set" }> | null {
  const blank = BLANKS[templateKey]?.find((one) => one.kind === "text" && one.key === key);
  if (!blank) return null;
  const [before, after] = around(blank.sentence, locale);
  const said = answer.trim();
  const words = said ? `${before}${said}${after}` : inLocale(ownWords(templateKey, key), locale);
  return { type: "criterion.set", criterionKey: key, set: { text: { [locale]: words } } };
}

/** Gives a step another latest moment, from the same anchor in the same unit. Null when it has no window. */
export function fillDays(doc: ProcessDocument, key: string, latest: number): Edit | null {
  const window = findStep(doc, key)?.step.window;
  if (!window) return null;
  const earliest = window.earliest !== null && window.earliest > latest ? null : window.earliest;
  return { type: "step.set", stepKey: key, set: { window: { ...window, earliest, latest } } };
}

/** Gives a step to another owner. */
export const fillOwner = (key: string, owner: Owner): Edit => ({
  type: "step.set",
  stepKey: key,
  set: { owner },
});

function around(sentence: Blank["sentence"], locale: Locale): [before: string, after: string] {
  const [before = "", after = ""] = inLocale(sentence, locale).split(GAP);
  return [before, after];
}

function between(said: string, before: string, after: string): string {
  const fits = said.startsWith(before) && said.endsWith(after) && said.length > before.length + after.length;
  return fits ? said.slice(before.length, said.length - after.length) : "";
}

const ownWords = (templateKey: string, key: string): LocalText =>
  findTemplate(templateKey)
    ?.document.stages.flatMap((stage) => stage.criteria)
    .find((criterion) => criterion.key === key)?.text ?? {};
