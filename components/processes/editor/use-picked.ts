"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { allSteps } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { stepsBetween } from "./moves";

/** How a step joins the selection: alone, with or without those that are in it, or with all up to it. */
export type PickHow = "only" | "toggle" | "range";

export type Picked = {
  /** Keys of the selected steps that still exist. */
  readonly keys: ReadonlySet<string>;
  /** Gives the new selection. */
  readonly pick: (stepKey: string, how: PickHow) => ReadonlySet<string>;
  readonly clear: () => void;
  /** The selection at this moment, for what runs outside drawing. */
  readonly now: () => ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

/** Which steps are selected. `read` gives the document as it is now. */
export function usePicked(doc: ProcessDocument, read: () => ProcessDocument): Picked {
  const [picked, setPicked] = useState(NONE);
  const current = useRef(NONE);
  const from = useRef<string | null>(null);

  const put = useCallback((keys: ReadonlySet<string>) => {
    current.current = keys;
    setPicked(keys);
    return keys;
  }, []);
  const pick = useCallback(
    (stepKey: string, how: PickHow): ReadonlySet<string> => {
      if (how === "range" && from.current) return put(new Set(stepsBetween(read(), from.current, stepKey)));
      from.current = stepKey;
      if (how !== "toggle") return put(new Set([stepKey]));
      const keys = new Set(current.current);
      if (!keys.delete(stepKey)) keys.add(stepKey);
      return put(keys);
    },
    [put, read],
  );
  const clear = useCallback(() => void put(NONE), [put]);
  const now = useCallback(() => current.current, []);

  const there = allSteps(doc).filter(({ key }) => picked.has(key));
  const gone = there.length < picked.size;
  const keys = useMemo(() => (gone ? new Set(there.map(({ key }) => key)) : picked), [gone, there, picked]);
  return useMemo(() => ({ keys, pick, clear, now }), [keys, pick, clear, now]);
}
