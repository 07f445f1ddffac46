/** What takes room on the sheet: per stage its texts, as they will be written. */
export type PrintStage = {
  readonly name: string;
  /** What the buyer does meanwhile, above the line. */
  readonly buyer?: string;
  readonly steps: readonly { readonly name: string; readonly facts: string }[];
  readonly criteria: readonly string[];
  /** A line per register that the stage or one of its steps links. */
  readonly entries?: readonly string[];
};

export const SHEETS = {
  a4: { width: 281, height: 194 },
  a3: { width: 404, height: 281 },
} as const;
export type Sheet = keyof typeof SHEETS;

/** The sheet and the size of its text in points; `fits` is false when even the largest sheet would run over. */
export type Fit = { readonly sheet: Sheet; readonly points: number; readonly fits: boolean };

/** Text is never smaller than this: the smallest that is read at arm's length. */
const SMALLEST = 7.5;
const LARGEST = 10.5;
const STEP = 0.25;
const MM_PER_POINT = 0.3528;
/** Average width of a letter and height of a line, in parts of the text's size. */
const LETTER = 0.53;
const LINE = 1.32;
/** Title, route line, stage names and legend, in lines and in millimetres that do not grow with the text. */
const AROUND = { lines: 11, mm: 24 };

/**
 * The largest text with which everything stands on one sheet, estimated from the lengths of the texts: on A4 when it can
 * be read there, else on A3. `wanted` asks for a sheet; `below` is what stands under the stages, in lines.
 */
export function fitOf(stages: readonly PrintStage[], wanted: Sheet | null = null, below = 0): Fit {
  const sheets: Sheet[] = wanted ? [wanted] : ["a4", "a3"];
  for (const sheet of sheets) {
    for (let points = LARGEST; points >= SMALLEST; points -= STEP) {
      if (heightOf(stages, points, SHEETS[sheet].width, below) <= SHEETS[sheet].height)
        return { sheet, points, fits: true };
    }
  }
  return { sheet: sheets.at(-1) ?? "a3", points: SMALLEST, fits: false };
}

/** Millimetres from top to bottom, the highest column counting. */
function heightOf(stages: readonly PrintStage[], points: number, width: number, below: number): number {
  const em = points * MM_PER_POINT;
  const column = width / Math.max(1, stages.length) - 3;
  const lines = (text: string, indent: number) =>
    Math.max(1, Math.ceil((text.length * LETTER * em) / Math.max(em, column - indent)));
  const heights = stages.map(({ steps, criteria, entries = [] }) => {
    const ofSteps = steps.map(({ name, facts }) => lines(name, 2 * em) + lines(facts, 2 * em) + 0.7);
    const ofCriteria = criteria.map((text) => lines(text, 1.5 * em) + 0.3);
    const ofEntries = entries.map((text) => lines(text, 0));
    return [...ofSteps, ...ofCriteria, ...ofEntries].reduce((sum, one) => sum + one, 1.5);
  });
  const buyer = stages.map(({ buyer: text }) => (text ? lines(text, em) : 0));
  const all = AROUND.lines + below + Math.max(0, ...buyer) + Math.max(0, ...heights);
  return AROUND.mm + all * em * LINE;
}
