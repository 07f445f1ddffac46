"use client";

import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { AXIS, TEXT } from "./axis";
import { BAND_AXIS, BandTick } from "./band-tick";

export type BarRow = {
  key: string;
  label: string;
  value: number;
  shown: string;
  tone?: "won" | "lost" | "series-2";
};

/** Upright bars with the value above each; colours by outcome, never as the only cue. Load it lazily: see bar-chart.tsx. */
export default function BarPlot({
  rows,
  height = 240,
  onOpen,
}: {
  rows: readonly BarRow[];
  height?: number;
  onOpen?: (key: string) => void;
}) {
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart data={[...rows]} margin={{ top: 20, right: 8, bottom: 0, left: 8 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          {...AXIS}
          interval={0}
          height={BAND_AXIS}
          tick={<BandTick count={rows.length} />}
        />
        <YAxis hide domain={[0, "dataMax"]} />
        <Bar
          dataKey="value"
          isAnimationActive={false}
          radius={[3, 3, 0, 0]}
          maxBarSize={56}
          cursor={onOpen ? "pointer" : undefined}
          onClick={(_, index) => rows[index] && onOpen?.(rows[index].key)}
        >
          {rows.map((row) => (
            <Cell key={row.key} fill={`var(--${row.tone ?? "series-1"})`} />
          ))}
          <LabelList dataKey="shown" position="top" {...TEXT} fill="var(--ink)" />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
