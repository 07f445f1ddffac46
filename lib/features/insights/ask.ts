import type { z } from "zod";
import type { Period, PipelineAsk } from "@/lib/domain/insights/aggregate";
import type { DealScope } from "@/lib/domain/insights/drill";
import { addDays, type Day } from "@/lib/domain/shared/day";
import type { PipelineFilter } from "./input";

const MONTHS_IN_QUARTER = 3;

/** First and last day of a calendar quarter written as `2026-Q4`. */
export function quarterDays(quarter: string): { from: Day; to: Day } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const start = (y: number, month: number): Day => `${y}-${String(month).padStart(2, "0")}-01`;
  const first = (number - 1) * MONTHS_IN_QUARTER + 1;
  const next = first + MONTHS_IN_QUARTER > 12 ? start(year + 1, 1) : start(year, first + MONTHS_IN_QUARTER);
  return { from: start(year, first), to: addDays(next, -1) };
}

const keep = <T>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value];

/** A filter as the domain's question, `asOf` filled in. Nothing that closed after `asOf` is ever in the period. */
export function askOf(filter: z.output<typeof PipelineFilter>, today: Day): PipelineAsk {
  const asOf = filter.asOf ?? today;
  const { from, to } = filter.quarter ? quarterDays(filter.quarter) : { from: filter.from, to: filter.to };
  const period: Period = { from: from ?? null, until: to !== undefined && to < asOf ? to : asOf };
  const scope = {
    ownerId: keep(filter.ownerId),
    teamId: keep(filter.teamId),
    productId: keep(filter.productId),
    segment: keep(filter.segment),
  };
  const used = Object.fromEntries(
    Object.entries(scope).filter(([, value]) => value !== undefined),
  ) as DealScope;
  return {
    asOf,
    period,
    scope: used,
    groupBy: filter.groupBy ?? null,
    ...(filter.processId && { processId: filter.processId }),
  };
}
