import type { ReactNode } from "react";

/** An origin on the line: `x` in shares of the width, everything inside in pixels, so marks never stretch. */
export function At({ x, y = 0, children }: { x: number; y?: number; children: ReactNode }) {
  return (
    <svg x={`${x * 100}%`} y={y} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}
