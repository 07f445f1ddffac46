"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/typing";
import { GOING_MS, going } from "./commands";
import { shortcutsOn } from "./shortcuts";

/** G and then a letter goes to a place: `{ d: "/acme/deals" }`. */
export function GoKeys({ targets }: { targets: Readonly<Record<string, string>> }) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !shortcutsOn()) return;
      const key = event.key.toLowerCase();
      const target = targets[key];
      if (event.timeStamp - going.since < GOING_MS && target) {
        going.since = Number.NEGATIVE_INFINITY;
        event.preventDefault();
        router.push(target);
      } else {
        going.since = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, targets]);
  return null;
}
