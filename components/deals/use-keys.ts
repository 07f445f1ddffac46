"use client";

import { useEffect, useEffectEvent } from "react";
import { shortcutsOn } from "@/components/shell/shortcuts";
import { isTyping } from "@/components/ui/typing";

/** Single keys of a page: `{ l: openLog }`. Quiet while someone types, in open panels, and when switched off. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (isTyping(event) || !shortcutsOn()) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
