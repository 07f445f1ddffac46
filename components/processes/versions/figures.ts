import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { DueSteps } from "@/lib/domain/versions/on-time";
import type { ProcessVersions } from "@/lib/features/processes/view";

/** Figures of a version that can be opened. */
export const FIGURES = [
  "open",
  "closed",
  "win-rate",
  "cycle",
  "came-over",
  "went-on",
  "on-time",
  "stay",
] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure at its address. */
export type FigureSpec = {
  readonly figure: Figure;
  readonly number: number;
  readonly stageKey: string | null;
  readonly estimate: Estimate;
  /** How the closed deals ended, where the figure is made of that. */
  readonly outcomes: Readonly<Record<string, number>> | null;
  /** How the steps that were due went, where the figure is made of that. */
  readonly steps: DueSteps | null;
};

/** The address of a figure of a version: `3/win-rate`, or `3/stay/<stage>`. */
export const figureId = (number: number, figure: Figure, stageKey?: string | null): string =>
  stageKey ? `${number}/${figure}/${stageKey}` : `${number}/${figure}`;

/** The figure at an address, or null when this page has none there. */
export function specOf(view: ProcessVersions, id: string): FigureSpec | null {
  const [version, name, ...rest] = id.split("/");
  const number = Number(version);
  const figure = FIGURES.find((each) => each === name);
  if (!figure) return null;
  const stageKey = rest.length > 0 ? rest.join("/") : null;
  const figures = view.versions.find((version) => version.number === number)?.figures;
  const { comparison } = view;
  const row = comparison?.rows.find((each) => each.figure === figure && each.stageKey === stageKey);
  const at = comparison?.to.number === number ? "now" : comparison?.from.number === number ? "before" : null;
  const side = at && row?.[at];
  const own =
    figures &&
    {
      open: figures.open,
      closed: figures.closed,
      "win-rate": figures.winRate,
      cycle: figures.cycle,
      "came-over": figures.cameOver,
      "went-on": figures.wentOn,
      "on-time": null,
      stay: null,
    }[figure];
  const estimate = own ?? side;
  if (!estimate) return null;
  const steps = (at && row?.steps?.[at]) ?? null;
  return { figure, number, stageKey, estimate, outcomes: figures?.outcomes ?? null, steps };
}
