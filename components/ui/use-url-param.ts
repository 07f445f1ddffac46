"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useRef } from "react";

/**
 * A value in the address that belongs to the browser alone (an open panel): set without asking the server. Opening
 * makes a step in the history, so that Back closes; closing what was opened here goes that step back.
 */
export function useUrlParam(name: string): [string | null, (value: string | null) => void] {
  const path = usePathname();
  const search = useSearchParams();
  const value = search.get(name);
  const opened = useRef(0);
  const set = useCallback(
    (next: string | null) => {
      if (next === null && opened.current > 0) {
        const steps = opened.current;
        opened.current = 0;
        window.history.go(-steps);
        return;
      }
      const query = new URLSearchParams(window.location.search);
      if (next === null) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      if (next !== null) opened.current += 1;
      window.history.pushState(null, "", text ? `${path}?${text}` : path);
    },
    [name, path],
  );
  return [value, set];
}
