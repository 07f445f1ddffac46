"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { allSteps } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { stepsBetween } from "./moves";

/** How a step joins the selection: alone, with or without those that are in it, or with all up to it. */
export type PickHow = "only" | "toggle" | "range";

/** What changes the selection; the same for the whole life of the page. */
export type Picking = {
  /** Gives the new selection. */
  readonly pick: (stepKey: string, how: PickHow) => ReadonlySet<string>;
  readonly clear: () => void;
  /** The selection at this moment, for what runs outside drawing. */
  readonly now: () => ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

/** The keys of the selected steps that still exist. `read` gives the document as it is now. */
export function usePicked(
  doc: ProcessDocument,
  read: () => ProcessDocument,
): { readonly keys: ReadonlySet<string>; readonly picking: Picking } {
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

  const picking = useMemo(() => ({ pick, clear, now }), [pick, clear, now]);
  const keys = useMemo(
    () => new Set(allSteps(doc).flatMap(({ key }) => (picked.has(key) ? [key] : []))),
    [doc, picked],
  );
  return { keys, picking };
}
