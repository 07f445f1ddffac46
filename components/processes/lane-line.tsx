import type { ReactNode } from "react";
import { At } from "@/components/route-line/at";
import { StationMark, StopMark } from "@/components/route-line/marks";
import type { RouteStage } from "@/components/route-line/types";

const BUYER = 44;
const OURS = 116;
const HEIGHT = 132;

/**
 * The part of the route line above one lane: the buyer's line over ours, a stop per step, and at the end the
 * interchange where the buyer proves the stage (dashed while nobody said how). Lanes stand side by side without a gap, so
 * the line runs on. Same marks as the route line; drawn per lane, so that an edit draws only its own.
 */
export function LaneLine({
  stage,
  first,
  buyer,
  proof,
  us,
  flagged,
  chosen,
}: {
  stage: RouteStage;
  first: boolean;
  /** What stands above the buyer's line and above the interchange: text, or the button that edits it. */
  buyer: ReactNode;
  proof: ReactNode;
  /** "We", at the start of our line. */
  us: string;
  /** Keys of steps with an error. */
  flagged?: ReadonlySet<string>;
  chosen?: string | null;
}) {
  const steps = stage.steps ?? [];
  const proven = Boolean(stage.proof);
  return (
    <div className="relative" style={{ height: HEIGHT }}>
      <svg width="100%" height={HEIGHT} className="absolute inset-0 overflow-visible" aria-hidden="true">
        <line x1="0" x2="100%" y1={BUYER} y2={BUYER} stroke="var(--control)" strokeWidth="3" />
        <line x1="0" x2="100%" y1={OURS} y2={OURS} stroke="var(--accent)" strokeWidth="6" />
        {first && (
          <>
            <circle cx="0" cy={BUYER} r="6" fill="var(--canvas)" stroke="var(--control)" strokeWidth="3" />
            <StationMark x={0} y={OURS} state="behind" r={8.5} />
          </>
        )}
        {steps.map((step, index) => {
          const x = step.at ?? (index + 1) / (steps.length + 1);
          return flagged?.has(step.key) ? (
            <At key={step.key} x={x} y={OURS}>
              <circle r="7" fill="var(--surface)" stroke="var(--bad)" strokeWidth="2" />
              <path d="M0 -3.5v4" stroke="var(--bad)" strokeWidth="1.75" strokeLinecap="round" />
              <circle cy="3.2" r="1.1" fill="var(--bad)" />
            </At>
          ) : (
            <g key={step.key}>
              {chosen === step.key && (
                <At x={x} y={OURS}>
                  <circle r="10" fill="var(--canvas)" stroke="var(--accent)" strokeWidth="1.5" />
                </At>
              )}
              <StopMark stop={step} x={x} y={OURS} />
            </g>
          );
        })}
        <At x={1}>
          <rect
            x="-9"
            y={BUYER - 10}
            width="18"
            height={OURS - BUYER + 20}
            rx="9"
            fill="var(--canvas)"
            stroke={proven ? "var(--interchange)" : "var(--hint)"}
            strokeWidth="2"
            strokeDasharray={proven ? undefined : "3 3"}
          />
          <circle cy={BUYER} r="4" fill="var(--control)" />
          <circle cy={OURS} r="5" fill="var(--accent)" />
        </At>
      </svg>
      <div
        className={`absolute right-3 flex flex-col justify-end text-caption ${first ? "left-0" : "left-4"}`}
        style={{ top: 0, height: BUYER - 10 }}
      >
        {buyer}
      </div>
      {first && (
        <div className="absolute left-0 text-caption font-semibold text-ink-2" style={{ top: OURS - 28 }}>
          {us}
        </div>
      )}
      <div
        className={`absolute right-4 flex flex-col items-end justify-center text-right text-caption ${first ? "left-8" : "left-4"}`}
        style={{ top: BUYER + 6, height: OURS - BUYER - 16 }}
      >
        {proof}
      </div>
    </div>
  );
}
