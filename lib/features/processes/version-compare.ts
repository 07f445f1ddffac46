import "server-only";
import { diff } from "@/lib/domain/process/diff";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { decidedOf, onTimeOf, stayDays, stayEstimate, type VersionCases } from "@/lib/domain/versions/cases";
import { differences, smallestSeen } from "@/lib/domain/versions/compare";
import { versionFigures, wonDays } from "@/lib/domain/versions/figures";
import { onTimeSample } from "@/lib/domain/versions/on-time";
import type { Ctx } from "@/lib/platform/context";
import type { VersionRow } from "./store-versions";
import { type ComparedRow, type Comparison, movedFrom } from "./view";

/** One side of a comparison; a draft has no cases. */
export type Side = {
  readonly version: Pick<VersionRow, "id" | "number" | "status">;
  readonly document: ProcessDocument;
  readonly cases: VersionCases | null;
};

/**
 * Two versions side by side: the design by key, and the win rate, the days to a win, the steps on time and the days in each
 * shared stage.
 */
export function compareVersions(ctx: Ctx, processId: string, from: Side, to: Side): Comparison {
  const changes = diff(from.document, to.document);
  const kept = new Set(to.document.stages.map(({ key }) => key));
  const gone = from.document.stages.filter(({ key }) => !kept.has(key));
  const rows = from.cases && to.cases ? figureRows(ctx, processId, from, to, from.cases, to.cases) : [];
  return {
    from: { number: from.version.number, status: from.version.status },
    to: { number: to.version.number, status: to.version.status },
    changes,
    movedFrom: movedFrom(changes, from.document),
    stageNames: Object.fromEntries(
      [...from.document.stages, ...to.document.stages].map((stage) => [stage.key, stage.name]),
    ),
    stages: [
      ...to.document.stages.map(({ key }) => ({ key, gone: false })),
      ...gone.map(({ key }) => ({ key, gone: true })),
    ],
    rows,
    smallest: from.cases && to.cases && smallestSeen(decidedOf(from.cases)),
  };
}

function figureRows(
  ctx: Ctx,
  processId: string,
  from: Side,
  to: Side,
  before: VersionCases,
  now: VersionCases,
): ComparedRow[] {
  const context = (side: Side) => ({ asOf: ctx.today, processId, versionId: side.version.id });
  const [old, current] = [versionFigures(before, context(from)), versionFigures(now, context(to))];
  const shared = to.document.stages.filter(({ key }) =>
    from.document.stages.some((stage) => stage.key === key),
  );
  const days = (cases: VersionCases, key: string) => ({ kind: "days", days: stayDays(cases, key) }) as const;
  const won = (cases: VersionCases) => ({ kind: "days", days: wonDays(cases.rows) }) as const;
  const timed = before.timed.deals + now.timed.deals > 0;
  const told = differences([
    { before: decidedOf(before), now: decidedOf(now) },
    { before: won(before), now: won(now) },
    ...(timed ? [{ before: onTimeSample(before.timed), now: onTimeSample(now.timed) }] : []),
    ...shared.map(({ key }) => ({ before: days(before, key), now: days(now, key) })),
  ]);
  const figures = [
    { figure: "win-rate", stageKey: null, before: old.winRate, now: current.winRate },
    { figure: "cycle", stageKey: null, before: old.cycle, now: current.cycle },
    ...(timed
      ? [
          {
            figure: "on-time" as const,
            stageKey: null,
            before: onTimeOf(before, context(from)),
            now: onTimeOf(now, context(to)),
            steps: { before: before.timed.steps, now: now.timed.steps },
          },
        ]
      : []),
    ...shared.map(({ key }) => ({
      figure: "stay" as const,
      stageKey: key,
      before: stayEstimate(before, key, context(from)),
      now: stayEstimate(now, key, context(to)),
    })),
  ] as const;
  return figures.flatMap((figure, index) => {
    const difference = told[index];
    return difference ? [{ ...figure, ...difference }] : [];
  });
}
