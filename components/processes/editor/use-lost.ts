"use client";

import { useEffect, useRef, useState } from "react";
import type { DraftState } from "./draft-store";
import { type Lost, lostOf } from "./put-back";
import type { Selection } from "./selection";

/** What a colleague removed while it was open here, until it is put back or let go. */
export function useLost(
  state: DraftState,
  selection: Selection | null,
): { readonly lost: Lost | null; readonly letGo: () => void } {
  const [lost, setLost] = useState<Lost | null>(null);
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    // Our own edits change the document first and the revision later; what comes from elsewhere changes both.
    if (!selection || was.revision === state.revision) return;
    const found = lostOf(selection, was.document, state.document);
    if (found) setLost(found);
  }, [state, selection]);
  return { lost, letGo: () => setLost(null) };
}
