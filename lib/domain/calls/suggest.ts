import {
  type CompiledStage,
  type CompiledStep,
  type CompiledVersion,
  stageOf,
  stepOf,
} from "../process/compile";
import { survivorsOf } from "../registers/merge";
import type { RegisterEntry } from "../registers/types";
import type { LocalText } from "../shared/text";

/** What a call on a deal follows: the deal's stage and the step it does, and the call process where there is one. */
export type CallGround = {
  readonly stage: CompiledStage | null;
  readonly step: CompiledStep | null;
  readonly process: CompiledVersion | null;
};

/** The ground of a call, from the versions of the deal and of the call process. */
export const groundOf = (
  deal: CompiledVersion,
  { stageKey, stepKey }: { readonly stageKey: string | null; readonly stepKey: string | null },
  process: CompiledVersion | null,
): CallGround => ({
  stage: stageKey === null ? null : stageOf(deal, stageKey),
  step: stepKey === null ? null : stepOf(deal, stepKey),
  process,
});

const said = (text: LocalText): boolean => Object.values(text).some((each) => Boolean(each?.trim()));
const questionsOf = (steps: readonly CompiledStep[]): LocalText[] =>
  steps.flatMap(({ resources }) =>
    resources.flatMap((each) => (each.kind === "question" ? [each.text] : [])),
  );

/**
 * What the plan of a call begins with. The goal: what the step is for, else what the call process says its key steps are
 * for, those with the buyer first. The questions: those of the step, then those of the call process, each once.
 */
export function suggestPlan({ step, process }: CallGround): {
  readonly goal: LocalText | null;
  readonly questions: readonly LocalText[];
} {
  const steps = process?.steps ?? [];
  const withBuyer = steps.filter(
    ({ channel }) => channel !== null && !["internal", "document"].includes(channel),
  );
  const goals = [
    ...(step ? [step] : []),
    ...withBuyer.filter(({ importance }) => importance === "key"),
    ...steps,
  ]
    .flatMap(({ desiredResult, objective }) => [desiredResult, objective])
    .filter(said);
  const questions = questionsOf([...(step ? [step] : []), ...steps]);
  const once = new Map(questions.map((text) => [JSON.stringify(text), text]));
  return { goal: goals[0] ?? null, questions: [...once.values()] };
}

/** Ids of the register entries that matter in a call: those of its step, of the deal's stage, and of the call process. Each once. */
export const callEntryIds = ({ stage, step, process }: CallGround): string[] => [
  ...new Set([
    ...(step?.entries ?? []),
    ...(stage?.entries ?? []),
    ...(process ? [...process.steps, ...process.stages].flatMap(({ entries }) => entries) : []),
  ]),
];

/** The objections to expect and the messages that answer them, under what they became part of; archived ones are left out. */
export function suggestEntries<T extends RegisterEntry>(
  entries: ReadonlyMap<string, T>,
  ground: CallGround,
): { readonly objections: readonly T[]; readonly messages: readonly T[] } {
  const known = survivorsOf(entries, callEntryIds(ground)).filter(({ archived }) => !archived);
  return {
    objections: known.filter(({ kind }) => kind === "objection"),
    messages: known.filter(({ kind }) => kind === "message"),
  };
}
