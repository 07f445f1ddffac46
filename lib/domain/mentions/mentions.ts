type Person = { readonly id: string; readonly name: string };

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const MENTION = new RegExp(`@\\{(${ID})\\}`, "g");
/** What may follow a name that is whole. */
const GOES_ON = /[\p{L}\p{N}]/u;

const folded = (text: string): string => text.normalize("NFC").toLowerCase();

/**
 * A text as it is kept: "@Otto de Vries" becomes his id, so that it still means him under another name. A name that two
 * people have means neither (`distinctNames` gives each one of their own). The longest name that fits is meant.
 */
export function keepMentions(text: string, people: readonly Person[]): string {
  if (!text.includes("@")) return text;
  const names = new Map<string, string | null>();
  for (const { id, name } of people) names.set(folded(name), names.has(folded(name)) ? null : id);
  const longest = [...names].sort(([a], [b]) => b.length - a.length);
  const low = folded(text);
  // Where lower case changes the length of a text, places in it are no places of the original.
  if (low.length !== text.length) return text;
  let kept = "";
  for (let at = 0; at < text.length; ) {
    const found =
      text[at] === "@"
        ? longest.find(
            ([name]) => low.startsWith(name, at + 1) && !GOES_ON.test(text[at + 1 + name.length] ?? ""),
          )
        : undefined;
    kept += found?.[1] ? `@{${found[1]}}` : text.slice(at, at + 1 + (found?.[0].length ?? 0));
    at += 1 + (found?.[0].length ?? 0);
  }
  return kept;
}

/** Who is mentioned in a kept text, each once. */
export const mentionedIn = (text: string | null): string[] => [
  ...new Set([...(text ?? "").matchAll(MENTION)].flatMap(([, id]) => (id ? [id] : []))),
];

/** A kept text as people read it: with the names of today. */
export const nameMentions = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(MENTION, (_, id: string) => `@${names.get(id) ?? "?"}`);

/** The name being typed before the caret, after an @ that begins a word; null when none is. */
export function typedMention(text: string, caret: number): { start: number; typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+){0,3} ?)$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? null : { start: caret - typed.length, typed };
}

/** People whose name, or a word of it, begins with what was typed; at most six. */
export function peopleLike<P extends Person>(people: readonly P[], typed: string): P[] {
  const wanted = folded(typed.trim());
  return people
    .filter(({ name }) => {
      const low = folded(name);
      return low.startsWith(wanted) || low.split(" ").some((word) => word.startsWith(wanted));
    })
    .slice(0, 6);
}
