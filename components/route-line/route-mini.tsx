import { lastProven } from "./layout";
import { useRouteSentence } from "./sentence";
import type { RouteView } from "./types";

const STEP = 15;
const Y = 8;

/** The line on a card: evenly spaced, teal pin, 16 px high. Solid = proven, ring with a dot = claimed, dotted = ahead. */
export function RouteMini({ view, className }: { view: RouteView; className?: string }) {
  const label = useRouteSentence(view);
  const x = (index: number) => 8 + index * STEP;
  const width = 16 + (view.stages.length - 1) * STEP;
  const claimed =
    lastProven(view) !== null || view.stages.some((stage) => stage.claimed && stage.state === "here");
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height="16"
      viewBox={`0 0 ${width} 16`}
      className={className}
      data-forced-mark
    >
      {view.stages.slice(1).map((stage, index) => {
        const ends = { x1: x(index) + 5, x2: x(index + 1) - 5, y1: Y, y2: Y };
        if (stage.state === "ahead") {
          return (
            <line
              key={stage.key}
              {...ends}
              stroke="var(--control)"
              strokeWidth="1.75"
              strokeDasharray="0 3.5"
              strokeLinecap="round"
            />
          );
        }
        return (
          <g key={stage.key}>
            <line
              {...ends}
              x1={x(index)}
              x2={x(index + 1)}
              stroke="var(--accent)"
              strokeWidth={stage.claimed ? 5 : 3}
            />
            {stage.claimed && (
              <line {...ends} x1={x(index)} x2={x(index + 1)} stroke="var(--surface)" strokeWidth="2" />
            )}
          </g>
        );
      })}
      {view.stages.map((stage, index) => {
        if (stage.state === "ahead") {
          return (
            <circle
              key={stage.key}
              cx={x(index)}
              cy={Y}
              r="2.75"
              fill="var(--surface)"
              stroke="var(--control)"
              strokeWidth="1.5"
            />
          );
        }
        if (stage.state === "behind") {
          return (
            <g key={stage.key}>
              <circle cx={x(index)} cy={Y} r="4" fill="var(--surface)" />
              <circle cx={x(index)} cy={Y} r="2.75" fill="var(--accent)" />
            </g>
          );
        }
        return claimed && stage.claimed ? (
          <g key={stage.key}>
            <circle
              cx={x(index)}
              cy={Y}
              r="5.5"
              fill="var(--surface)"
              stroke="var(--accent)"
              strokeWidth="2.5"
            />
            <circle cx={x(index)} cy={Y} r="2" fill="var(--accent)" />
          </g>
        ) : (
          <circle key={stage.key} cx={x(index)} cy={Y} r="6.5" fill="var(--accent)" />
        );
      })}
    </svg>
  );
}
