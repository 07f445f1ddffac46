"use client";

import { BarPlot } from "@/components/charts/bar-chart";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LinePlot } from "@/components/charts/line-chart";
import { useFormat } from "@/lib/platform/i18n/use-format";

const BARS = [
  { key: "a", label: "Qualify", value: 11, shown: "11" },
  { key: "b", label: "Needs", value: 9, shown: "9" },
  { key: "c", label: "Proposal", value: 10, shown: "10" },
  { key: "d", label: "Lost", value: 6, shown: "6", tone: "lost" as const },
];
const MONTHS = ["Jul", "Aug", "Sep", "Oct", "Nov"];

export function Charts() {
  const format = useFormat();
  const points = MONTHS.map((label, index) => ({
    label,
    value: 0.4 + index * 0.05,
    low: 0.3 + index * 0.05,
    high: 0.5 + index * 0.05,
    thin: index === 0,
  }));
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <ChartFrame
        title="Proposal holds ten deals"
        howTo="Open deals per stage."
        summary="Open deals per stage: 11, 9, 10 and 6."
        table={{ head: ["Stage", "Deals"], rows: BARS.map((bar) => [bar.label, bar.shown]) }}
      >
        <BarPlot rows={BARS} />
      </ChartFrame>
      <ChartFrame
        title="Win rate rose from 40% to 60%"
        howTo="Band: 95 % range. Hollow: few deals."
        summary="Win rate per month."
        table={{
          head: ["Month", "Win rate"],
          rows: points.map((point) => [point.label, format.percent(point.value)]),
        }}
      >
        <LinePlot
          show={(value) => format.percent(value)}
          domain={[0, 1]}
          series={[
            { key: "v3", label: "version 3", points },
            {
              key: "v2",
              label: "version 2",
              points: points.map((point) => ({ ...point, value: point.value - 0.15 })),
            },
          ]}
        />
      </ChartFrame>
    </div>
  );
}
