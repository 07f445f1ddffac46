import type { Edit } from "./edits";
import { allSteps, findStage, findStep } from "./locate";
import { ownerKey } from "./owner-key";
import type { Known, Place, Problem } from "./problems";
import { isTextField } from "./text-fields";
import type { Owner, ProcessDocument, Step, TextOwner } from "./types";

/** What can be done about a problem, for the words on its button. */
export const FIX_CODES = [
  "usual-owner",
  "swap-window",
  "from-stage-entry",
  "plan-as-won",
  "plan-as-window",
  "serve-the-exit",
  "still-right",
] as const;
export type FixCode = (typeof FIX_CODES)[number];

/** A remedy that a person may choose: edits that take the problem away, as one turn. */
export type Fix = {
  readonly code: FixCode;
  readonly edits: readonly Edit[];
  /** The owner it names (`usual-owner`), for the words. */
  readonly owner?: Owner;
  /** The days it plans (`plan-as-…`), for the words. */
  readonly days?: number;
};

/** The owners that a step may be given. */
type Owners = Pick<Known, "roleIds" | "departmentIds">;

/** The remedy for a problem where there is an obvious one; null where only a person can say what is meant. */
export function fixOf({ code, place, params }: Problem, doc: ProcessDocument, known: Owners): Fix | null {
  const spot = place.stepKey ? findStep(doc, place.stepKey) : null;
  const setStep = (set: Partial<Omit<Step, "key">>): Edit[] =>
    spot ? [{ type: "step.set", stepKey: spot.step.key, set }] : [];
  const plan = (code: FixCode, days: number): Fix | null =>
    place.stageKey
      ? { code, days, edits: [{ type: "stage.set", stageKey: place.stageKey, set: { plannedDays: days } }] }
      : null;
  switch (code) {
    case "step-no-owner": {
      const owner = usualOwner(doc, place.stageKey, known);
      return owner && { code: "usual-owner", owner, edits: setStep({ owner }) };
    }
    case "window-impossible": {
      const window = spot?.step.window;
      if (!window) return null;
      const swapped = { ...window, earliest: window.latest, latest: window.earliest };
      return { code: "swap-window", edits: setStep({ window: swapped }) };
    }
    case "anchor-missing":
    case "anchor-circular":
    case "anchor-in-later-stage": {
      const window = spot?.step.window;
      if (!window || (window.latest ?? 0) < 0) return null;
      return {
        code: "from-stage-entry",
        edits: setStep({ window: { ...window, anchor: { kind: "stage-entry" } } }),
      };
    }
    case "planned-far-from-won":
      return plan("plan-as-won", Math.max(1, Math.round(Number(params.median))));
    case "window-beyond-stage":
      return plan("plan-as-window", Number(params.days));
    case "step-serves-nothing": {
      const [only, ...more] = findStage(doc, place.stageKey ?? "")?.stage.criteria ?? [];
      if (!only || more.length > 0) return null;
      return { code: "serve-the-exit", edits: setStep({ serves: [only.key] }) };
    }
    case "translation-behind": {
      const field = place.field?.split(".")[0] ?? "";
      if (!isTextField(field)) return null;
      const owner = textOwner(place);
      return owner && { code: "still-right", edits: [{ type: "texts.agree", ...owner, field, texts: null }] };
    }
    default:
      return null;
  }
}

function textOwner({ stageKey, stepKey, criterionKey }: Place): TextOwner | null {
  if (criterionKey) return { of: "criterion", key: criterionKey };
  if (stepKey) return { of: "step", key: stepKey };
  return stageKey ? { of: "stage", key: stageKey } : null;
}

/** The owner that steps of the stage have most, else those of the process; null where no step has one that exists. */
function usualOwner(doc: ProcessDocument, stageKey: string | undefined, known: Owners): Owner | null {
  const near = findStage(doc, stageKey ?? "")?.stage.steps ?? [];
  return mostOf(near, known) ?? mostOf(allSteps(doc), known);
}

const exists = (owner: Owner, { roleIds, departmentIds }: Owners): boolean =>
  owner.kind === "run-owner" || (owner.kind === "role" ? roleIds : departmentIds).includes(owner.id);

function mostOf(steps: readonly Step[], known: Owners): Owner | null {
  const times = new Map<string, { owner: Owner; times: number }>();
  for (const { owner } of steps) {
    if (!owner || !exists(owner, known)) continue;
    const id = ownerKey(owner);
    times.set(id, { owner, times: (times.get(id)?.times ?? 0) + 1 });
  }
  return [...times.values()].sort((one, other) => other.times - one.times)[0]?.owner ?? null;
}
