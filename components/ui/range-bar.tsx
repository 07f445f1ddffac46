import { cn } from "./cn";

/**
 * A value with its interval on a scale, about 6 % of the width per dot. A thin value is a hollow dot. Decorative unless
 * `label` is given: the figure beside it says the same in words.
 */
export function RangeBar({
  value,
  low,
  high,
  min = 0,
  max = 1,
  thin = false,
  muted = false,
  target,
  label,
  className,
}: {
  value: number | null;
  low: number | null;
  high: number | null;
  min?: number;
  max?: number;
  thin?: boolean;
  /** Grey instead of teal, for the side that is compared with. */
  muted?: boolean;
  /** A mark to reach, drawn as an upright line. */
  target?: number;
  label?: string;
  className?: string;
}) {
  const at = (x: number) => Math.min(100, Math.max(0, ((x - min) / (max - min || 1)) * 100));
  const colour = muted ? "var(--control)" : "var(--accent)";
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      height="16"
      className={cn("block w-full overflow-visible", className)}
      data-forced-mark
    >
      <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" strokeWidth="2" />
      {low !== null && high !== null && (
        <rect
          x={`${at(low)}%`}
          width={`${Math.max(1, at(high) - at(low))}%`}
          y="4.5"
          height="7"
          rx="2"
          fill={colour}
          opacity="0.4"
        />
      )}
      {target !== undefined && (
        <line
          x1={`${at(target)}%`}
          x2={`${at(target)}%`}
          y1="0"
          y2="16"
          stroke="var(--ink)"
          strokeWidth="2"
        />
      )}
      {value !== null && (
        <circle
          cx={`${at(value)}%`}
          cy="8"
          r="4.5"
          fill={thin ? "var(--surface)" : colour}
          stroke={colour}
          strokeWidth="2"
        />
      )}
    </svg>
  );
}
