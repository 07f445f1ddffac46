import { cn } from "@/components/ui/cn";

export type ShareTone = "won" | "lost" | "open";
const LOOK: Record<ShareTone, { fill: string; stroke: string }> = {
  won: { fill: "var(--won)", stroke: "var(--won)" },
  lost: { fill: "var(--lost)", stroke: "var(--lost)" },
  open: { fill: "var(--accent-soft)", stroke: "var(--accent)" },
};

/** Parts of a whole side by side: moved on, lost, undecided. The words stand outside; `label` says it all in one sentence. */
export function ShareBar({
  parts,
  label,
  className,
}: {
  parts: readonly { key: string; share: number; tone: ShareTone }[];
  label: string;
  className?: string;
}) {
  let from = 0;
  return (
    <svg role="img" aria-label={label} height="18" className={cn("block w-full", className)} data-forced-mark>
      {parts.map(({ key, share, tone }) => {
        const x = from;
        from += share;
        return (
          <svg key={key} x={`${x * 100}%`} width={`${share * 100}%`} height="18" aria-hidden="true">
            <rect
              x="1"
              y="1"
              height="16"
              rx="2"
              className="w-[calc(100%-2px)]"
              fill={LOOK[tone].fill}
              stroke={LOOK[tone].stroke}
              strokeWidth="1.5"
            />
          </svg>
        );
      })}
    </svg>
  );
}

/** Days so far against a limit: the bar takes the ageing colour, the upright mark is the limit. */
export function AgeBar({
  days,
  limit,
  max,
  label,
  className,
}: {
  days: number;
  limit: number;
  max: number;
  label?: string;
  className?: string;
}) {
  const at = (value: number) => `${Math.min(100, (value / Math.max(1, max)) * 100)}%`;
  const colour = days <= limit ? "var(--age-2)" : days <= 1.5 * limit ? "var(--age-3)" : "var(--age-4)";
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      height="14"
      className={cn("block w-full", className)}
      data-forced-mark
    >
      <rect width="100%" y="4.5" height="5" rx="2.5" fill="var(--sunken)" />
      <rect width={at(days)} y="4.5" height="5" rx="2.5" fill={colour} />
      <line x1={at(limit)} x2={at(limit)} y1="1" y2="13" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}
