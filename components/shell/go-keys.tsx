"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/typing";
import { shortcutsOn } from "./shortcuts";

/** How long the second key may take. */
const PAUSE_MS = 1500;

/** G and then a letter goes to a place: `{ d: "/acme/deals" }`. */
export function GoKeys({ targets }: { targets: Readonly<Record<string, string>> }) {
  const router = useRouter();
  useEffect(() => {
    let since = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !shortcutsOn()) return;
      const key = event.key.toLowerCase();
      const target = targets[key];
      if (event.timeStamp - since < PAUSE_MS && target) {
        since = Number.NEGATIVE_INFINITY;
        event.preventDefault();
        router.push(target);
      } else {
        since = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, targets]);
  return null;
}
