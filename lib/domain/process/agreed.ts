import { equal } from "../shared/equal";
import { LOCALES, type Locale, type LocalText } from "../shared/text";
import { type BoundsRefusal, refuseEdit } from "./bounds";
import type { Edit, EditOutcome } from "./edits";
import { LIMITS } from "./limits";
import { findCriterion, findStage, findStep } from "./locate";
import { patchText } from "./patch";
import { TEXT_FIELDS, type TextField } from "./text-fields";
import type { ProcessDocument, TextOwner } from "./types";

/*
 * A text in two languages that is changed in one of them may say two different things from then on. The document keeps,
 * per text, what it was when its languages last said the same; without an entry they still do. Kept and not derived from
 * what was published, because the first draft of a template has nothing published yet.
 */

/** Which text of which thing, as the document names it. */
const idOf = ({ of, key }: TextOwner, field: string): string => `${of}:${key}.${field}`;

const sameTexts = (one: LocalText, other: LocalText): boolean =>
  LOCALES.every((locale) => (one[locale] ?? "") === (other[locale] ?? ""));

/** The language that still says what was agreed while the other one was changed; null when both say the same. */
export function behindIn(
  doc: ProcessDocument,
  owner: TextOwner,
  field: string,
  text: LocalText,
): Locale | null {
  const agreed = doc.agreed?.[idOf(owner, field)];
  if (!agreed) return null;
  const full = LOCALES.every((locale) => agreed[locale]?.trim() && text[locale]?.trim());
  const left = LOCALES.filter((locale) => agreed[locale] === text[locale]);
  return full && left.length === 1 ? (left[0] ?? null) : null;
}

/** The document after an edit, with what its texts last agreed on. Undoing the edit gives that back as well. */
export function keepAgreed(before: ProcessDocument, after: ProcessDocument, edit: Edit): ProcessDocument {
  const owner = ownerOf(edit);
  if (!owner || !("set" in edit)) return after;
  const [was, is] = [textsOf(before, owner), textsOf(after, owner)];
  let { agreed } = after;
  for (const field of TEXT_FIELDS) {
    const [old, now] = [was?.[field], is?.[field]];
    if (!old || !now || !(field in edit.set) || sameTexts(old, now)) continue;
    const from = agreed?.[idOf(owner, field)] ?? old;
    agreed = withEntry(agreed, idOf(owner, field), sameTexts(from, now) ? null : from);
  }
  return withAgreed(after, agreed);
}

/** Says that a text's languages say the same as it stands, or (the undo of that) what they last agreed on. */
export function agreeTexts(
  doc: ProcessDocument,
  { of, key, field, texts }: Extract<Edit, { type: "texts.agree" }>,
): EditOutcome {
  const owner = { of, key } as const;
  if (!textsOf(doc, owner)?.[field]) return refuseEdit(`${of}-gone`);
  return tooLong(texts) ?? withAgreed(doc, withEntry(doc.agreed, idOf(owner, field), texts));
}

/** What undoes that. */
export const agreedBefore = (doc: ProcessDocument, edit: Extract<Edit, { type: "texts.agree" }>): Edit => ({
  ...edit,
  texts: doc.agreed?.[idOf(edit, edit.field)] ?? null,
});

/**
 * What goes before a new change of texts: where both languages were written since they last agreed, they agree as they
 * stand now, so that the coming change is seen as one. Only at the beginning of a turn: one types in pauses.
 */
export function agreeFirst(doc: ProcessDocument, edit: Edit): Edit[] {
  const owner = ownerOf(edit);
  if (!owner || !("set" in edit) || !doc.agreed) return [];
  const texts = textsOf(doc, owner);
  return TEXT_FIELDS.flatMap((field): Edit[] => {
    const text = texts?.[field];
    if (!text || !(field in edit.set) || !doc.agreed?.[idOf(owner, field)]) return [];
    const whole = LOCALES.every((locale) => text[locale]?.trim());
    if (!whole || behindIn(doc, owner, field, text)) return [];
    return [{ type: "texts.agree", ...owner, field, texts: null }];
  });
}

/** The document as the next draft begins with it: it keeps only what its texts are still behind with. */
export function onlyBehind(doc: ProcessDocument): ProcessDocument {
  const owners: TextOwner[] = doc.stages.flatMap((stage): TextOwner[] => [
    { of: "stage", key: stage.key },
    ...stage.steps.map(({ key }): TextOwner => ({ of: "step", key })),
    ...stage.criteria.map(({ key }): TextOwner => ({ of: "criterion", key })),
  ]);
  const kept = owners.flatMap((owner) =>
    TEXT_FIELDS.flatMap((field) => {
      const text = textsOf(doc, owner)?.[field];
      const agreed = doc.agreed?.[idOf(owner, field)];
      return text && agreed && behindIn(doc, owner, field, text)
        ? [[idOf(owner, field), agreed] as const]
        : [];
    }),
  );
  return withAgreed(doc, Object.fromEntries(kept));
}

/** The document without any of it, as a version is kept. */
export const withoutAgreed = (doc: ProcessDocument): ProcessDocument => withAgreed(doc, undefined);

type Agreed = ProcessDocument["agreed"];

function withEntry(agreed: Agreed, id: string, texts: LocalText | null): Agreed {
  const { [id]: _, ...others } = agreed ?? {};
  return texts ? { ...others, [id]: patchText({}, texts) } : others;
}

function withAgreed(doc: ProcessDocument, agreed: Agreed): ProcessDocument {
  if (equal(doc.agreed ?? {}, agreed ?? {})) return doc;
  const { agreed: _, ...bare } = doc;
  return agreed && Object.keys(agreed).length > 0 ? { ...bare, agreed } : bare;
}

function ownerOf(edit: Edit): TextOwner | null {
  if (edit.type === "stage.set") return { of: "stage", key: edit.stageKey };
  if (edit.type === "step.set") return { of: "step", key: edit.stepKey };
  return edit.type === "criterion.set" ? { of: "criterion", key: edit.criterionKey } : null;
}

/** The texts of a thing by field; null when it is gone. */
function textsOf(doc: ProcessDocument, { of, key }: TextOwner): Partial<Record<TextField, LocalText>> | null {
  if (of === "stage") return findStage(doc, key)?.stage ?? null;
  if (of === "step") return findStep(doc, key)?.step ?? null;
  return findCriterion(doc, key)?.criterion ?? null;
}

function tooLong(texts: LocalText | null): BoundsRefusal | null {
  const length = Math.max(0, ...LOCALES.map((locale) => texts?.[locale]?.length ?? 0));
  return length > LIMITS.howTo ? refuseEdit("text-too-long", { limit: LIMITS.howTo, length }) : null;
}
