"use client";

import { useMemo } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { Edit } from "@/lib/domain/process/edits";
import { findStage, findStep } from "@/lib/domain/process/locate";
import { removeStage, removeStep } from "@/lib/domain/process/removal";
import type { Refusal } from "@/lib/domain/shared/result";
import { newId } from "@/lib/platform/id";
import type { Words } from "../words";
import type { DraftStore } from "./draft-store";
import { type Editing, stageElementId, stepElementId } from "./editing";
import { moveStage, moveStep, neighbour } from "./moves";
import type { Selection } from "./selection";

/** After the next drawing: the focus follows what was moved. */
const focusLater = (id: string) =>
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    found?.focus();
    found?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

/** What menus and keys do, on the store; each move is announced, each removal can be undone. */
export function useEditingTools(
  store: DraftStore,
  words: Words,
  select: (selection: Selection | null) => void,
  say: (refusal: Refusal) => string,
): Editing {
  return useMemo(() => {
    const { t } = words;
    const doc = () => store.read().document;
    const edit = (edits: readonly Edit[], merge?: string): boolean => {
      const refused = store.edit(edits, merge ?? null);
      if (refused) notify({ title: say(refused), tone: "bad" });
      return refused === null;
    };
    const removed = (name: string, edits: readonly Edit[]) => {
      if (!edit(edits)) return;
      select(null);
      notify({
        title: t("editor.removed", { name }),
        ...(edits.length > 1 && { text: t("editor.recounted", { count: edits.length - 1 }) }),
        undo: () => store.undo(),
      });
    };
    return {
      words,
      edit,
      select,
      moveStep: (stepKey, direction) => {
        const move = moveStep(doc(), stepKey, direction);
        if (!move || !edit([move])) return;
        const spot = findStep(doc(), stepKey);
        if (!spot) return;
        announce(
          t("editor.moved", {
            name: words.stepName(spot.step),
            stage: words.stageName(spot.stage),
            place: spot.index + 1,
            count: spot.stage.steps.length,
          }),
        );
        focusLater(stepElementId(stepKey));
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
        const next = neighbour(doc(), stepKey, "down") ?? neighbour(doc(), stepKey, "up");
        removed(words.stepName(spot.step), removeStep(doc(), stepKey));
        focusLater(next ? stepElementId(next) : stageElementId(spot.stage.key));
      },
      removeStage: (stageKey) => {
        const spot = findStage(doc(), stageKey);
        if (spot) removed(words.stageName(spot.stage), removeStage(doc(), stageKey));
      },
      duplicateStep: (stepKey) => {
        const newKey = newId();
        if (edit([{ type: "step.duplicate", stepKey, newKey }])) focusLater(stepElementId(newKey));
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
      walk: (stepKey, direction) => {
        const next = neighbour(doc(), stepKey, direction);
        if (next) focusLater(stepElementId(next));
      },
    };
  }, [store, words, select, say]);
}
