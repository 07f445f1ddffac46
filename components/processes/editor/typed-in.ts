import type { Edit } from "@/lib/domain/process/edits";
import type { Resource } from "@/lib/domain/process/types";
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

/** The words a person typed in an edit, field by field, then what they gave to use; none for one that only moves or removes. */
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
  const { resources = [] } = thing as { readonly resources?: readonly Resource[] };
  const texts = [...WORDED.map((field) => fields[field]), ...resources.flatMap(wordsOf)];
  return texts.filter((text) => text !== undefined && Object.values(text).some(Boolean)) as LocalText[];
}

/** The words of something to use: what it is called, and the text or the address (the same in every language). */
function wordsOf(resource: Resource): LocalText[] {
  if (resource.kind === "question") return [resource.text];
  const { label } = resource;
  return [label, resource.kind === "snippet" ? resource.text : { en: resource.url, nl: resource.url }];
}
