"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS, DASH, TEXT } from "./axis";

export type LinePoint = {
  label: string;
  value: number | null;
  /** 95 % interval, drawn as a band around the first series. */
  low?: number | null;
  high?: number | null;
  /** Few cases: a hollow point. */
  thin?: boolean;
};
export type LineSeries = { key: string; label: string; points: readonly LinePoint[] };

/** At most four lines with their names at the ends, each with its own dash; the first may carry its interval. */
export default function LinePlot({
  series,
  height = 240,
  show,
  domain,
}: {
  series: readonly LineSeries[];
  height?: number;
  show: (value: number) => string;
  domain?: [number, number];
}) {
  const shown = series.slice(0, 4);
  const first = shown[0]?.points ?? [];
  const data = first.map((point, index) => ({
    label: point.label,
    band: point.low != null && point.high != null ? [point.low, point.high] : null,
    ...Object.fromEntries(shown.map(({ key, points }) => [key, points[index]?.value ?? null])),
  }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={data} margin={{ top: 12, right: 96, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" {...AXIS} />
        <YAxis {...AXIS} axisLine={false} width={48} tickFormatter={show} domain={domain} />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--series-1)"
          fillOpacity={0.16}
          isAnimationActive={false}
        />
        {shown.map(({ key, label, points }, index) => {
          const colour = `var(--series-${index + 1})`;
          return (
            <Line
              key={key}
              dataKey={key}
              stroke={colour}
              strokeWidth={2}
              strokeDasharray={DASH[index]}
              isAnimationActive={false}
              connectNulls={false}
              dot={({ cx, cy, index: at }: { cx?: number; cy?: number; index?: number }) => (
                <circle
                  key={at}
                  cx={cx}
                  cy={cy}
                  r={cx === undefined || cy === undefined || cy === null ? 0 : 4}
                  fill={points[at ?? 0]?.thin ? "var(--surface)" : colour}
                  stroke={colour}
                  strokeWidth={2}
                />
              )}
            >
              <LabelList
                valueAccessor={(_entry: unknown, at: number) => (at === points.length - 1 ? label : "")}
                position="right"
                offset={10}
                {...TEXT}
                fill={colour}
              />
            </Line>
          );
        })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
