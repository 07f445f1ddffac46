import { isRefusal } from "../shared/result";
import { checkDocument } from "./check";
import { applyEdits } from "./edit";
import type { Edit } from "./edits";
import { fixOf } from "./fixes";
import type { Known, Problem, ProblemCode } from "./problems";
import type { ProcessDocument } from "./types";

/** The same problem at one or more places of a document. */
export type ProblemGroup = {
  readonly code: ProblemCode;
  readonly severity: Problem["severity"];
  /** In the order of the document; never empty. */
  readonly problems: readonly Problem[];
  /** All say the same in the same words; else only their code is the same. */
  readonly alike: boolean;
};

/** What was found, by what it says: errors first, then in the order of first appearance. Nothing is left out. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const found = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) {
    const list = found.get(problem.code);
    if (list) list.push(problem);
    else found.set(problem.code, [problem]);
  }
  const groups = [...found.values()].flatMap((list): ProblemGroup[] => {
    const [first] = list;
    if (!first) return [];
    const { code, severity } = first;
    return [{ code, severity, problems: list, alike: list.every((one) => says(one) === says(first)) }];
  });
  return groups.sort((one, other) => rank(one) - rank(other));
}

const rank = ({ severity }: ProblemGroup): number => (severity === "error" ? 0 : 1);
const says = ({ params }: Problem): string => JSON.stringify(Object.entries(params).sort());

/** A place as one word: a problem is the same problem while its code and place are. */
export const problemId = ({ code, place }: Problem): string =>
  [code, place.stageKey, place.stepKey, place.criterionKey, place.field].join(".");

/**
 * The remedies for these problems as one turn, and how many they took away. Each is looked at again after the one
 * before it, because one remedy may solve two problems or change what the next one needs; what has no remedy, or
 * has gone meanwhile, is passed over.
 */
export function fixAll(
  problems: readonly Problem[],
  doc: ProcessDocument,
  known: Known,
): { readonly edits: readonly Edit[]; readonly fixed: number } {
  const wanted = new Set(problems.map(problemId));
  const open = (of: ProcessDocument) => checkDocument(of, known).filter((one) => wanted.has(problemId(one)));
  const before = open(doc);
  let now = doc;
  const edits: Edit[] = [];
  for (const id of before.map(problemId)) {
    const still = open(now).find((one) => problemId(one) === id);
    const fix = still && fixOf(still, now, known);
    const next = fix && applyEdits(now, fix.edits);
    if (!fix || !next || isRefusal(next)) continue;
    edits.push(...fix.edits);
    now = next;
  }
  return { edits, fixed: before.length - open(now).length };
}
