import { equal } from "../shared/equal";
import type { Edit, EditRefusal } from "./edits";

/**
 * The edits with those that follow each other in the same fields made into one: what was typed in two pauses is one
 * change, from what stood there before the first to what stands there after the last. One that ends where it began is
 * none.
 */
export function joined(edits: readonly Edit[]): Edit[] {
  const list: Edit[] = [];
  for (const edit of edits) {
    const last = list.at(-1);
    if (!last || !sameFields(last, edit) || !("set" in last && "set" in edit)) {
      list.push(edit);
      continue;
    }
    list.pop();
    const one = { ...edit, was: last.was } as Edit;
    if (!equal(edit.set, last.was)) list.push(one);
  }
  return list;
}

/** The refusals without those of an earlier try at the same fields: the last has all that was typed there. */
export const lastTries = (refused: readonly EditRefusal[]): EditRefusal[] =>
  refused.filter(
    (one, at) =>
      !refused.slice(at + 1).some((later) => later.code === one.code && sameFields(one.edit, later.edit)),
  );

/** Whether two edits set the same fields, in the same languages, of the same thing. */
function sameFields(one: Edit, other: Edit): boolean {
  if (!("set" in one && "set" in other)) return false;
  const spot = ({ set, was, ...edit }: typeof one) => ({ ...edit, fields: shape(set) });
  return equal(spot(one), spot(other));
}

/** Which fields a change has, and which languages those that are texts. */
const shape = (set: object): object =>
  Object.fromEntries(
    Object.entries(set).map(([field, value]) => [field, isText(value) ? Object.keys(value).sort() : null]),
  );

const isText = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).every((key) => key === "en" || key === "nl");
