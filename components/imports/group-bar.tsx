import { useId } from "react";

export type BarTone = "created" | "updated" | "same" | "rejected";
const STROKE: Record<BarTone, string> = {
  created: "var(--accent)",
  updated: "var(--accent)",
  same: "var(--control)",
  rejected: "var(--here)",
};

const useFill = () => {
  const id = useId();
  return {
    hatch: (
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--surface)" />
          <rect width="3" height="6" fill="var(--accent)" />
        </pattern>
      </defs>
    ),
    fill: {
      created: "var(--accent)",
      updated: `url(#${id})`,
      same: "var(--sunken)",
      rejected: "var(--surface)",
    } satisfies Record<BarTone, string>,
  };
};

/** What becomes of the rows, as parts of one bar: filled, hatched, grey and hollow. `label` says it in words. */
export function GroupBar({
  parts,
  label,
}: {
  parts: readonly { tone: BarTone; share: number }[];
  label: string;
}) {
  const { hatch, fill } = useFill();
  const shown = parts.filter(({ share }) => share > 0);
  // A sliver would not be seen, and then its count would seem wrong.
  const widths = shown.map(({ share }) => Math.max(share, 0.012));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let from = 0;
  return (
    <svg role="img" aria-label={label} height="20" className="block w-full" data-forced-mark>
      {hatch}
      {shown.map(({ tone }, index) => {
        const x = from;
        const width = (widths[index] ?? 0) / (whole || 1);
        from += width;
        return (
          <svg key={tone} x={`${x * 100}%`} width={`${width * 100}%`} height="20" aria-hidden="true">
            <rect
              x="1"
              y="1"
              height="18"
              rx="2"
              className="w-[calc(100%-2px)]"
              fill={fill[tone]}
              stroke={STROKE[tone]}
              strokeWidth="1.5"
            />
          </svg>
        );
      })}
    </svg>
  );
}

/** The same mark, small, before a row of the table. */
export function GroupMark({ tone }: { tone: BarTone }) {
  const { hatch, fill } = useFill();
  return (
    <svg
      width="12"
      height="12"
      className="mr-2 inline-block align-[-1px]"
      aria-hidden="true"
      data-forced-mark
    >
      {hatch}
      <rect
        x="1"
        y="1"
        width="10"
        height="10"
        rx="1.5"
        fill={fill[tone]}
        stroke={STROKE[tone]}
        strokeWidth="1.25"
      />
    </svg>
  );
}
