import { headerWords } from "./headers";
import { outcomeIn } from "./outcomes";

/** Words that make a header one about a day, and say nothing of the stage. */
const DATE_WORDS = new Set(
  "date datum day dag time tijd tijdstip entered entry enter in on op at since sinds vanaf from started start stage fase deal into first the van de het binnenkomst bereikt reached when".split(
    " ",
  ),
);

/** The stage whose name a header holds beside words for a day: "engage_date" and "Engaging"; null when there is none. */
export function stageInHeader(header: string, stages: readonly string[]): string | null {
  const words = headerWords(header).split(" ");
  const named = words.filter((word) => !DATE_WORDS.has(word)).join(" ");
  if (named === "") return null;
  const fitting = stages.filter((stage) => outcomeIn(stage) === null && sameStem(named, headerWords(stage)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Equal but for the ending: engage, engaged, engaging; or one holds the other whole. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && ` ${long} `.includes(` ${short} `)) return true;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  return common >= 4 && common >= short.length - 2 && long.length - common <= 4;
}
