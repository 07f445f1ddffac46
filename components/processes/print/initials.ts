/**
 * A short mark for each name, unlike all others: the first letters of its words, then more letters of the first word, then
 * a number.
 */
export function initialsOf(names: readonly string[]): Map<string, string> {
  const marks = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    const words = name.split(/[\s-]+/).filter(Boolean);
    const first = words[0] ?? "?";
    const tries = [
      words.length > 1
        ? words
            .slice(0, 3)
            .map((word) => word[0])
            .join("")
        : first.slice(0, 2),
      first.slice(0, 3),
      first.slice(0, 4),
      ...Array.from({ length: 99 }, (_, at) => `${first.slice(0, 2)}${at + 2}`),
    ].map((mark) => mark.toUpperCase());
    const mark = tries.find((one) => !taken.has(one)) ?? name;
    taken.add(mark);
    marks.set(name, mark);
  }
  return marks;
}
