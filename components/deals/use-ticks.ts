"use client";

import { useRef, useState } from "react";
import type { DealRow } from "@/lib/features/deals/view";

/** Which rows are ticked. With Shift all between the last one and this one are; `all` means every deal of the filter. */
export function useTicks(rows: readonly DealRow[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const last = useRef<string | null>(null);
  const shift = useRef(false);
  const here = rows.filter(({ id }) => ticked.has(id));

  function tick(id: string, on: boolean) {
    const at = rows.findIndex((row) => row.id === id);
    const from = shift.current ? rows.findIndex((row) => row.id === last.current) : -1;
    const range = from < 0 ? [at, at] : [Math.min(at, from), Math.max(at, from)];
    const ids = rows.slice(range[0], (range[1] ?? 0) + 1).map((row) => row.id);
    last.current = id;
    setAll(false);
    setTicked((now) => {
      const next = new Set(now);
      for (const each of ids) on ? next.add(each) : next.delete(each);
      return next;
    });
  }

  return {
    all,
    rows: here,
    has: (id: string) => all || ticked.has(id),
    tick,
    tickLoaded: (on: boolean) => {
      setAll(false);
      setTicked(new Set(on ? rows.map(({ id }) => id) : []));
    },
    tickAll: () => setAll(true),
    clear: () => {
      setAll(false);
      setTicked(new Set());
      last.current = null;
    },
    /** Remembers whether Shift is held, before the box hears of the press. */
    holds: (held: boolean) => {
      shift.current = held;
    },
  };
}
export type Ticks = ReturnType<typeof useTicks>;
