"use client";

import { useEffect, useState } from "react";
import type { Refusal } from "@/lib/domain/shared/result";
import { find } from "@/lib/features/search/actions";
import type { SearchView } from "@/lib/features/search/view";
import type { Opened } from "./recent";

const NOTHING: SearchView = { hits: [], near: [] };
/** How long typing may pause before it is asked, in milliseconds. */
const PAUSE_MS = 90;

export type Answer = { readonly q: string; readonly view: SearchView; readonly refusal: Refusal | null };

/** What the server finds for a text; `q` of the answer says for which. Null until there was one. */
export function useFind(org: string, q: string, recent: readonly Opened[], open: boolean): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!open) return setAnswer(null);
    const stop = new AbortController();
    const ask = async () => {
      const result = await find(org, { q, recent: q ? [] : [...recent] }, stop.signal);
      if (stop.signal.aborted) return;
      setAnswer({ q, view: result.ok ? result.value : NOTHING, refusal: result.ok ? null : result.refusal });
    };
    const timer = setTimeout(ask, q ? PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, q, recent, open]);
  return answer;
}
