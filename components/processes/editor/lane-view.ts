import type { RouteStage } from "@/components/route-line/types";
import type { Problem, ProblemCode } from "@/lib/domain/process/problems";
import type { Owner, ProcessDocument, Stage, Step, Window } from "@/lib/domain/process/types";
import type { Words } from "../words";

/** What a row of a lane shows. */
export type StepView = {
  readonly step: Step;
  /** WHEN, its own or inherited, and the same in full words. */
  readonly window: Window | null;
  readonly when: string;
  /** It is selected, alone or among others. */
  readonly chosen: boolean;
  /** The colleague who has its card open, or null. */
  readonly colleague: string | null;
  /** Its first error, the words for it, and the owners to offer where it has none. */
  readonly error: ProblemCode | null;
  readonly errorText: string | null;
  readonly usual: readonly Owner[];
  /** How many remarks on it wait for somebody. */
  readonly said: number;
};

/**
 * What a lane shows, as plain values and nothing of the rest of the process: it is compared by value, so that an edit
 * draws the lane and the step it changes and no other.
 */
export type LaneView = {
  readonly stage: Stage;
  readonly route: RouteStage;
  /** The days planned for it, its own or inherited. */
  readonly plannedDays: number | null;
  /** The panel shows this stage. */
  readonly chosen: boolean;
  /** Key of its step that the panel shows, or null. */
  readonly chosenStep: string | null;
  readonly colleague: string | null;
  readonly errorText: string | null;
  readonly steps: readonly StepView[];
  /** What to say above each step that receives the run from other hands; null above the others. */
  readonly hands: readonly (string | null)[];
};

const NOBODY: readonly Owner[] = [];

/** The view of one stage. `held` is the stage with the timing it inherits, `route` its part of the line. */
export function laneOf(
  stage: Stage,
  held: Stage,
  route: RouteStage,
  from: {
    readonly doc: ProcessDocument;
    readonly words: Words;
    /** `kind:key` of what the panel shows. */
    readonly chosen: string | null;
    /** Keys of the selected steps. */
    readonly picked: ReadonlySet<string>;
    /** Who has what open, and the worst problem of each thing, by `kind:key`. */
    readonly colleagues: ReadonlyMap<string, string>;
    readonly marks: ReadonlyMap<string, Problem>;
    /** By key of the step that receives the run. */
    readonly hands: ReadonlyMap<string, string>;
    readonly usual: readonly Owner[];
    /** Remarks that wait, by key of the step. */
    readonly said: ReadonlyMap<string, number>;
  },
): LaneView {
  const { doc, words, chosen, picked, colleagues, marks, hands, usual, said } = from;
  const errorAt = (place: string): Problem | null => {
    const mark = marks.get(place);
    return mark?.severity === "error" ? mark : null;
  };
  const say = (error: Problem | null) => error && words.t(`problems.${error.code}`, error.params);
  return {
    stage,
    route,
    plannedDays: held.plannedDays,
    chosen: chosen === `stage:${stage.key}`,
    chosenStep: stage.steps.find(({ key }) => chosen === `step:${key}`)?.key ?? null,
    colleague: colleagues.get(`stage:${stage.key}`) ?? null,
    errorText: say(errorAt(`stage:${stage.key}`)),
    hands: stage.steps.map(({ key }) => hands.get(key) ?? null),
    steps: stage.steps.map((step, index) => {
      const error = errorAt(`step:${step.key}`);
      const window = held.steps[index]?.window ?? null;
      return {
        step,
        window,
        when: words.windowText(window, stage, doc),
        chosen: picked.has(step.key),
        colleague: colleagues.get(`step:${step.key}`) ?? null,
        error: error?.code ?? null,
        errorText: say(error),
        usual: error?.code === "step-no-owner" ? usual : NOBODY,
        said: said.get(step.key) ?? 0,
      };
    }),
  };
}
