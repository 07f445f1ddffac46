import { createContext, useContext } from "react";
import type { Edit } from "@/lib/domain/process/edits";
import type { Known, Problem } from "@/lib/domain/process/problems";
import type { Words } from "../words";
import type { Direction } from "./moves";
import type { Selection } from "./selection";
import type { TypedPlace } from "./typed-place";
import type { Spot } from "./use-drag";
import type { PickHow } from "./use-picked";

/** What every part of the editor may do. One object for the whole life of the page, so that nothing redraws for it. */
export type Editing = {
  readonly words: Words;
  /** What the organisation has: owners, languages, and the timing it gives to what says nothing itself. */
  readonly known: Known;
  /** Does edits as one turn; false when they were refused (the refusal is shown). */
  readonly edit: (edits: readonly Edit[], merge?: string) => boolean;
  /** Does the remedies of these problems as one turn and says how many are solved; one undo takes them all back. */
  readonly fix: (problems: readonly Problem[]) => void;
  readonly select: (selection: Selection | null) => void;
  /** Selects steps; the card shows one step, or what can be done with several. */
  readonly pick: (stepKey: string, how: PickHow) => void;
  /** Moves a step, or all selected ones when it is among them. So do removing and duplicating. */
  readonly moveStep: (stepKey: string, direction: Direction) => void;
  readonly putStep: (stepKey: string, spot: Spot) => void;
  readonly moveStage: (stageKey: string, by: -1 | 1) => void;
  readonly removeStep: (stepKey: string) => void;
  readonly removeStage: (stageKey: string) => void;
  readonly duplicateStep: (stepKey: string) => void;
  readonly duplicateStage: (stageKey: string) => void;
  /** Moves the typed line to a place and the focus to it. */
  readonly typeAt: (place: TypedPlace) => void;
  /** Moves the focus to the step that lies in that direction; `extend` selects it as well. */
  readonly walk: (stepKey: string, direction: Direction, extend?: boolean) => void;
};

export const EditingContext = createContext<Editing | null>(null);

/** The editor around this component. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("a part of the editor stands outside it");
  return editing;
}

/** The element of a step's card, for moving the focus. */
export const stepElementId = (stepKey: string): string => `step-${stepKey}`;
export const stageElementId = (stageKey: string): string => `stage-${stageKey}`;
export const addStepElementId = (stageKey: string): string => `add-step-${stageKey}`;
