import type { Edit } from "@/lib/domain/process/edits";
import type { LocalText } from "@/lib/domain/shared/text";

/** The fields of stages, steps and criteria that hold words, the name first. */
const WORDED = [
  "name",
  "text",
  "buyerStep",
  "objective",
  "howTo",
  "buyerAction",
  "buyerGains",
  "desiredResult",
] as const;

/** The words a person typed in an edit, field by field; none for one that only moves or removes. */
export function typedIn(edit: Edit): LocalText[] {
  const thing: object | null =
    "set" in edit
      ? edit.set
      : edit.type === "stage.add"
        ? edit.stage
        : edit.type === "step.add"
          ? edit.step
          : edit.type === "criterion.add"
            ? edit.criterion
            : null;
  if (!thing) return [];
  const fields = thing as Partial<Record<(typeof WORDED)[number], LocalText>>;
  return WORDED.flatMap((field) => {
    const text = fields[field];
    return text && Object.values(text).some(Boolean) ? [text] : [];
  });
}
