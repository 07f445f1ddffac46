"use client";

import { useMemo } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { Edit, EditRefusalCode } from "@/lib/domain/process/edits";
import { allSteps, findStage, findStep } from "@/lib/domain/process/locate";
import { fixAll } from "@/lib/domain/process/problem-groups";
import type { Known } from "@/lib/domain/process/problems";
import { removeStage, removeSteps } from "@/lib/domain/process/removal";
import type { Refusal } from "@/lib/domain/shared/result";
import { newId } from "@/lib/platform/id";
import type { Words } from "../words";
import type { DraftStore } from "./draft-store";
import { type Editing, stageElementId, stepElementId } from "./editing";
import { moveStage, moveSteps, neighbour, putSteps } from "./moves";
import { focusLater, revealPlace } from "./reveal";
import type { Selection } from "./selection";
import type { Spot } from "./use-drag";
import type { Picking } from "./use-picked";

/**
 * Why an edit is refused that comes from a field which is gone or now shows a colleague's words: a text too long to save
 * is only given on leaving.
 */
const ORPHANED: ReadonlySet<EditRefusalCode> = new Set([
  "stage-gone",
  "step-gone",
  "criterion-gone",
  "text-too-long",
  "changed-meanwhile",
]);

/** What menus and keys do, on the store; each move is announced, each removal can be undone. */
export function useEditingTools(
  store: DraftStore,
  words: Words,
  select: (selection: Selection | null) => void,
  picked: Picking,
  known: Known,
  typeAt: Editing["typeAt"],
  say: (refusal: Refusal) => string,
): Editing {
  return useMemo(() => {
    const { t } = words;
    const doc = () => store.read().document;
    const edit = (edits: readonly Edit[], merge?: string): boolean => {
      const refused = store.edit(edits, merge ?? null);
      // Words whose field is not there any more are handed back; all others still stand where they were typed.
      if (refused && ORPHANED.has(refused.code)) store.shelve(refused);
      else if (refused) notify({ title: say(refused), tone: "bad" });
      return refused === null;
    };
    const removed = (name: string, edits: readonly Edit[]) => {
      const recounted = edits.filter(({ type }) => type === "step.set").length;
      if (!edit(edits)) return;
      show(null);
      notify({
        title: t("editor.removed", { name }),
        ...(recounted > 0 && { text: t("editor.recounted", { count: recounted }) }),
        undo: () => store.undo(),
      });
    };
    const show = (selection: Selection | null) => {
      if (selection?.kind === "step") picked.pick(selection.key, "only");
      else picked.clear();
      select(selection);
    };
    /** What a command on one step is for: the whole selection when the step is in it. */
    const meant = (stepKey: string): ReadonlySet<string> => {
      const keys = picked.now();
      return keys.has(stepKey) ? keys : new Set([stepKey]);
    };
    const stepsOf = (keys: ReadonlySet<string>) => allSteps(doc()).filter(({ key }) => keys.has(key));
    const nameOf = (keys: ReadonlySet<string>): string => {
      const [first, ...rest] = stepsOf(keys);
      if (!first) return "";
      return rest.length > 0 ? t("editor.several", { count: rest.length + 1 }) : words.stepName(first);
    };
    const moved = (keys: ReadonlySet<string>, focus: string, edits: readonly Edit[]) => {
      const name = nameOf(keys);
      if (edits.length === 0 || !edit(edits)) return;
      const spot = findStep(doc(), stepsOf(keys)[0]?.key ?? focus);
      if (!spot) return;
      announce(
        t("editor.moved", {
          name,
          stage: words.stageName(spot.stage),
          place: spot.index + 1,
          count: spot.stage.steps.length,
        }),
      );
      focusLater(stepElementId(focus));
    };
    return {
      words,
      known,
      typeAt,
      edit,
      fix: (problems) => {
        const { edits, fixed } = fixAll(problems, doc(), known);
        if (edits.length === 0 || !edit(edits)) return;
        notify({ title: t("check.fixed", { count: fixed }), undo: () => store.undo(), id: "fixed" });
        // The first of them comes into sight; the focus stays in the list, where the next one waits.
        revealPlace(problems[0]?.place ?? {});
      },
      select: show,
      pick: (stepKey, how) => {
        const keys = picked.pick(stepKey, how);
        const [only] = keys;
        select(keys.size === 1 && only ? { kind: "step", key: only } : null);
        if (how !== "only") announce(t("editor.picked", { count: keys.size }));
      },
      moveStep: (stepKey, direction) => {
        const keys = meant(stepKey);
        moved(keys, stepKey, moveSteps(doc(), keys, direction));
      },
      putStep: (stepKey: string, { stageKey, before }: Spot) => {
        const keys = meant(stepKey);
        moved(keys, stepKey, putSteps(doc(), keys, stageKey, before));
      },
      moveStage: (stageKey, by) => {
        const move = moveStage(doc(), stageKey, by);
        if (!move || !edit([move])) return;
        const spot = findStage(doc(), stageKey);
        if (!spot) return;
        const count = doc().stages.length;
        announce(t("editor.stageMoved", { name: words.stageName(spot.stage), place: spot.index + 1, count }));
        focusLater(stageElementId(stageKey));
      },
      removeStep: (stepKey) => {
        const spot = findStep(doc(), stepKey);
        if (!spot) return;
        const keys = meant(stepKey);
        const { steps } = spot.stage;
        const stay = (from: typeof steps) => from.find(({ key }) => !keys.has(key))?.key;
        const next = stay(steps.slice(spot.index)) ?? stay(steps.slice(0, spot.index).reverse());
        removed(nameOf(keys), removeSteps(doc(), [...keys]));
        focusLater(next ? stepElementId(next) : stageElementId(spot.stage.key));
      },
      removeStage: (stageKey) => {
        const spot = findStage(doc(), stageKey);
        if (spot) removed(words.stageName(spot.stage), removeStage(doc(), stageKey));
      },
      duplicateStep: (stepKey) => {
        const copies = stepsOf(meant(stepKey)).map(({ key }) => ({ stepKey: key, newKey: newId() }));
        const edits = copies.map((copy): Edit => ({ type: "step.duplicate", ...copy }));
        const [first] = copies;
        if (edit(edits) && first) focusLater(stepElementId(first.newKey));
      },
      duplicateStage: (stageKey) => {
        const stage = findStage(doc(), stageKey)?.stage;
        if (!stage) return;
        const keys = (list: readonly { key: string }[]) =>
          Object.fromEntries(list.map((item) => [item.key, newId()]));
        const newKey = newId();
        const { steps, criteria } = stage;
        edit([{ type: "stage.duplicate", stageKey, newKey, steps: keys(steps), criteria: keys(criteria) }]);
        focusLater(stageElementId(newKey));
      },
      walk: (stepKey, direction, extend = false) => {
        const next = neighbour(doc(), stepKey, direction);
        if (!next) return;
        if (extend) {
          if (picked.now().size === 0) picked.pick(stepKey, "only");
          const keys = picked.pick(next, "range");
          select(null);
          announce(t("editor.picked", { count: keys.size }));
        }
        focusLater(stepElementId(next));
      },
    };
  }, [store, words, select, picked, known, typeAt, say]);
}
