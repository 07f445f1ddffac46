import { findStep } from "@/lib/domain/process/locate";
import type { Publishing } from "@/lib/features/processes/view";
import type { Words } from "../words";

/** What a number of the replay may count of one change. */
export const TURNS = ["reached", "kept", "otherwise", "not"] as const;
export type Turn = (typeof TURNS)[number];

/** A number of the replay at its address: what it says, and the places of its deals among the cases. */
export type ReplayFigure = {
  readonly id: string;
  readonly label: string;
  readonly means: string;
  readonly cases: readonly number[];
};

/** The addresses of the numbers of the replay. */
export const figureIds = {
  all: "replay/all",
  flagged: (by: "before" | "after") => `replay/flagged/${by}`,
  change: (what: string, key: string, turn: Turn) => `replay/${what}/${turn}/${key}`,
  never: (stepKey: string) => `replay/never/${stepKey}`,
};

/** Every number of the replay that opens its deals, in words. */
export function replayFigures(view: Publishing, words: Words): ReplayFigure[] {
  const { t } = words;
  const { replay } = view;
  if (!replay) return [];
  const figure = (
    id: string,
    kind: Turn | "all" | "before" | "after" | "never",
    cases: readonly number[],
    name?: string,
  ): ReplayFigure => {
    const what = t(`replay.figure.${kind}`);
    return {
      id,
      label: name === undefined ? what : t("replay.of", { step: name, what }),
      means: t(`replay.means.${kind}`),
      cases,
    };
  };
  const all = replay.cases.map((_, index) => index);
  return [
    figure(figureIds.all, "all", all),
    ...(["before", "after"] as const).map((by) => figure(figureIds.flagged(by), by, replay.flagged[by])),
    ...replay.changes.flatMap((change) =>
      TURNS.map((turn) =>
        figure(
          figureIds.change(change.what, change.key, turn),
          turn,
          change[turn],
          changedName(view, change, words),
        ),
      ),
    ),
    ...replay.never.map(({ stepKey, reached }) =>
      figure(figureIds.never(stepKey), "never", reached, stepName(view, stepKey, words)),
    ),
  ];
}

/** The name of a step of the draft, or of what is published where the draft has it no more. */
export function stepName({ document, published }: Publishing, key: string, words: Words): string {
  const spot = findStep(document, key) ?? (published && findStep(published.document, key));
  return spot ? words.stepName(spot.step) : words.t("untitled.step");
}

function changedName(view: Publishing, { what, key }: { what: string; key: string }, words: Words): string {
  const found = view.changes.find((change) => change.what === what && change.key === key);
  const thing = found?.after ?? found?.before;
  if (!thing) return "";
  return words.text("text" in thing ? thing.text : thing.name);
}
