import { At } from "@/components/route-line/at";
import type { VersionEntry } from "@/lib/features/processes/view";

const Y = 36;

/** The versions as stations on one line, oldest first, up to today; a draft lies dotted beyond it. */
export function VersionLine({
  versions,
  label,
  today,
  draft,
  names,
}: {
  /** Oldest first, without the draft. */
  versions: readonly VersionEntry[];
  label: string;
  today: string;
  draft: string | null;
  names: (version: VersionEntry) => { name: string; day: string };
}) {
  const slots = versions.length + 1;
  const end = draft ? 0.88 : 0.97;
  const x = (index: number) => 0.02 + (index / versions.length) * (end - 0.02);
  const here = x(versions.length);
  return (
    <figure className="overflow-x-auto">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height="84"
        className="block overflow-visible"
        style={{ minWidth: slots * 110 }}
      >
        <line
          x1={`${x(0) * 100}%`}
          x2={`${here * 100}%`}
          y1={Y}
          y2={Y}
          stroke="var(--accent)"
          strokeWidth="5"
        />
        {draft && (
          <line
            x1={`${here * 100}%`}
            x2="98%"
            y1={Y}
            y2={Y}
            stroke="var(--accent)"
            strokeWidth="4"
            strokeDasharray="0 9"
            strokeLinecap="round"
          />
        )}
        {versions.map((version, index) => {
          const { name, day } = names(version);
          return (
            <g key={version.id}>
              <At x={x(index)} y={Y}>
                <circle
                  r="9"
                  fill="var(--surface)"
                  stroke={version.status === "as-found" ? "var(--control)" : "var(--accent)"}
                  strokeWidth="4"
                />
                <text y="-18" x="-8" fontSize="12" fontWeight="600" fill="var(--ink)">
                  {name}
                </text>
                <text y="28" x="-8" fontSize="12" fill="var(--ink-3)">
                  {day}
                </text>
              </At>
            </g>
          );
        })}
        <At x={here} y={Y}>
          <circle r="13" fill="var(--surface)" stroke="var(--here)" strokeWidth="1.25" opacity="0.9" />
          <circle r="8.5" fill="var(--here)" />
          <text y="-18" textAnchor="middle" fontSize="12" fontWeight="600" fill="var(--here)">
            {today}
          </text>
        </At>
        {draft && (
          <text x="98%" y={Y + 28} textAnchor="end" fontSize="12" fill="var(--ink-3)">
            {draft}
          </text>
        )}
      </svg>
    </figure>
  );
}
