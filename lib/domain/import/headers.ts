import { trimmed } from "./empties";

/** A header as words in lower case: no accents, camelCase and snake_case split, no "*" and no remark in brackets. */
export function headerWords(header: string): string {
  return trimmed(header)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, " ")
    .trim();
}

/**
 * The forms in which a header may be looked up, the most telling first: with the remark in brackets, without it, and
 * without the entity that an export puts before it ("Deal - Title" is "title" in a file of deals).
 */
export function headerForms(header: string, entities: readonly string[]): string[] {
  const whole = headerWords(header);
  const withRemark = headerWords(header.replace(/[()[\]]/g, " "));
  const entity = entities.find((name) => whole.startsWith(`${name} `));
  const bare = entity ? whole.slice(entity.length + 1) : whole;
  return [...new Set([withRemark, whole, bare].filter((form) => form !== ""))];
}
