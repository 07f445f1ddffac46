"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

const NAME = "new";

/** Opens the form that the address asks for (`?new=person`), once: the address is then that of the page again. */
export function useAsked(open: (what: string) => void): void {
  const asked = useSearchParams().get(NAME);
  const path = usePathname();
  const onAsked = useEffectEvent(open);
  useEffect(() => {
    if (!asked) return;
    onAsked(asked);
    const query = new URLSearchParams(window.location.search);
    query.delete(NAME);
    window.history.replaceState(null, "", query.size > 0 ? `${path}?${query}` : path);
  }, [asked, path]);
}
