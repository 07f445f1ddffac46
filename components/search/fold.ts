const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};
/** Accents apart from their letter, and signs that nobody sees. */
const UNSEEN = /\p{Mn}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PARTS = /[\s!"#$&'()*+,./:;<=>?@[\]^`{|}~«»\u2010-\u2027-]+/;

/** A letter as it is compared: small, without its accent. The database does the same. */
const foldLetter = (letter: string): string => {
  const folded = letter.normalize("NFKD").toLowerCase().replace(UNSEEN, "");
  return [...folded].map((each) => LETTERS[each] ?? each).join("");
};

/** The words of a text as they are compared. */
export const wordsOf = (text: string): string[] =>
  [...text].map(foldLetter).join("").split(PARTS).filter(Boolean);

/** Whether every typed word stands somewhere in a text. */
export function holds(text: string, typed: readonly string[]): boolean {
  const words = wordsOf(text);
  return typed.every((part) => words.some((word) => word.includes(part)));
}

/** From how many letters on a word is looked for among those that people type for a thing but that it does not show. */
const ENOUGH = 3;

/** Whether a thing is meant: every typed word stands in its name, or begins one of the other words for it. */
export function meant(label: string, also: string, typed: readonly string[]): boolean {
  const [words, others] = [wordsOf(label), wordsOf(also)];
  return typed.every(
    (part) =>
      words.some((word) => word.includes(part)) ||
      (part.length >= ENOUGH && others.some((word) => word.startsWith(part))),
  );
}

export type Segment = { readonly text: string; readonly marked: boolean };

/**
 * A text in pieces, those marked that were typed: at the beginning of a word rather than inside one, each once. `near` are
 * words that were taken for what was mistyped; they are marked whole.
 */
export function segments(text: string, typed: readonly string[], near: readonly string[] = []): Segment[] {
  const letters = [...text];
  let folded = "";
  const from: number[] = [];
  letters.forEach((letter, index) => {
    const piece = foldLetter(letter);
    for (let i = 0; i < piece.length; i++) from.push(index);
    folded += piece;
  });
  const marked = new Set<number>();
  const mark = (at: number, length: number) => {
    for (let i = at; i < at + length; i++) marked.add(from[i] ?? -1);
  };
  const starts = (at: number) => at === 0 || PARTS.test(folded[at - 1] ?? "");
  const ends = (at: number) => at === folded.length || PARTS.test(folded[at] ?? "");
  for (const part of typed) {
    const found: number[] = [];
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) found.push(at);
    const best = found.find(starts) ?? found[0];
    if (best !== undefined) mark(best, part.length);
  }
  if (marked.size === 0) {
    for (const word of near) {
      const at = folded.indexOf(word);
      if (at >= 0 && starts(at) && ends(at + word.length)) mark(at, word.length);
    }
  }
  const pieces: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = pieces.at(-1);
    if (last && last.marked === marked.has(index)) last.text += letter;
    else pieces.push({ text: letter, marked: marked.has(index) });
  });
  return pieces;
}
