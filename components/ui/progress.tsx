"use client";

import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";

/** A real share of real work; `value` null when the size is not known yet. `detail` says "742 of 1,186". */
export function Progress({
  label,
  value,
  max = 100,
  detail,
}: {
  label: string;
  value: number | null;
  max?: number;
  detail?: ReactNode;
}) {
  return (
    <Base.Root value={value} max={max} className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4 text-caption">
        <Base.Label>{label}</Base.Label>
        {detail && <span className="tnum text-ink-3">{detail}</span>}
      </div>
      <Base.Track className="h-2 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="block h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
