import type { PipelineFigures } from "@/lib/domain/insights/pipeline";
import type { ValueFigure } from "@/lib/domain/insights/value";
import type { DrillFilter, Estimate, Exclusion, Method } from "@/lib/domain/statistics/estimate";
import type { PipelineReport } from "@/lib/features/insights/view";

/** Figures that can be explained, of a set of deals. */
export const FIGURES = [
  "open",
  "open-value",
  "stalled",
  "slow",
  "win-rate",
  "won-value",
  "won-cycle",
  "closed",
  "won",
  "lost",
  "no-decision",
  "disqualified",
  "unknown-start",
] as const;
export type Figure = (typeof FIGURES)[number];
/** Figures whose deals can be listed: also those of other pages. */
export const LISTED = [...FIGURES, "came-over", "went-on", "on-time", "stay"] as const;
export type Listed = (typeof LISTED)[number];

/** What the explanation of a number needs. */
export type FigureSpec = {
  readonly figure: Figure;
  /** Key of the stage or group it is about; null for all deals asked about. */
  readonly of: { readonly kind: "stage" | "group"; readonly key: string | null } | null;
  readonly estimate: Estimate | null;
  readonly value: ValueFigure | null;
  readonly figures: PipelineFigures;
  readonly n: number;
  readonly drill: DrillFilter;
  readonly only: "slow" | "stalled" | "unknown-start" | null;
  readonly exclusions: readonly Exclusion[];
  readonly method: Method;
};

const NONE = "~";
/** The address of a figure: `won`, `open/stage/<key>` or `won/group/<key>`. */
export const figureId = (figure: Figure, of?: { kind: "stage" | "group"; key: string | null }): string =>
  of ? `${figure}/${of.kind}/${of.key ?? NONE}` : figure;

/** The figure at an address, or null when this report has none there. */
export function specOf(report: PipelineReport, id: string): FigureSpec | null {
  const [name, kind, ...rest] = id.split("/");
  const figure = FIGURES.find((each) => each === name);
  if (!figure) return null;
  const key = rest.join("/") === NONE ? null : rest.join("/");
  if (kind === "stage") return stageSpec(report, figure, key);
  const group = kind === "group" ? report.groups.find((each) => each.key === key) : undefined;
  if (kind === "group" && !group) return null;
  const of = group ? ({ kind: "group", key } as const) : null;
  return figureSpec(report, figure, group?.figures ?? report.total, of);
}

function stageSpec(report: PipelineReport, figure: Figure, key: string | null): FigureSpec | null {
  const stage = report.stages.find(({ stageKey }) => stageKey === key);
  if (!stage) return null;
  const of = { kind: "stage", key } as const;
  const base = { figure, of, figures: report.total, only: null, method: "count" } as const;
  if (figure === "open-value") {
    const { total } = stage.value;
    const { drill, exclusions } = total;
    return { ...base, estimate: total, value: stage.value, n: total.n, drill, exclusions, method: "sum" };
  }
  const { drill } = stage.open;
  if (figure === "open")
    return { ...base, estimate: stage.open, value: null, n: stage.open.n, drill, exclusions: [] };
  if (figure !== "stalled" && figure !== "slow") return null;
  const exclusions = [{ reason: "unknown-age", n: stage.unknownAge }].filter(({ n }) => n > 0);
  return { ...base, estimate: null, value: null, n: stage[figure], drill, exclusions, only: figure };
}

function figureSpec(
  report: PipelineReport,
  figure: Figure,
  figures: PipelineFigures,
  of: FigureSpec["of"],
): FigureSpec | null {
  const deleted: Exclusion[] = report.deleted > 0 ? [{ reason: "deleted", n: report.deleted }] : [];
  const base = { figure, of, figures, only: null } as const;
  const counted = (estimate: Estimate, value: ValueFigure | null = null): FigureSpec => ({
    ...base,
    estimate,
    value,
    n: estimate.n,
    drill: estimate.drill,
    exclusions: [...estimate.exclusions, ...deleted],
    method: estimate.method,
  });
  switch (figure) {
    case "open":
    case "closed":
      return counted(figures[figure]);
    case "open-value":
      return counted(figures.openValue.total, figures.openValue);
    case "won-value":
      return counted(figures.wonValue.total, figures.wonValue);
    case "win-rate":
      return counted(figures.winRate);
    case "won-cycle":
      return counted(figures.wonCycle.median);
    case "won":
    case "lost":
    case "no-decision":
    case "disqualified":
      return counted(figures.outcomes[figure]);
    case "stalled":
    case "slow": {
      if (of) return null;
      const unknown = report.stages.reduce((sum, { unknownAge }) => sum + unknownAge, 0);
      const exclusions = [{ reason: "unknown-age", n: unknown }].filter(({ n }) => n > 0);
      const { drill } = figures.open;
      const n = report[figure].deals;
      return { ...base, estimate: null, value: null, n, drill, exclusions, only: figure, method: "count" };
    }
    case "unknown-start": {
      const { drill } = figures.open;
      const n = report.unknownStart;
      return {
        ...base,
        estimate: null,
        value: null,
        n,
        drill,
        exclusions: [],
        only: figure,
        method: "count",
      };
    }
  }
}
