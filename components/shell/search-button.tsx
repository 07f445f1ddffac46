"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { openOverlay } from "./palette-event";

/** "⌘K" on a Mac, "Ctrl K" elsewhere; known only in the browser. */
function useModifier(): string {
  const [keys, setKeys] = useState("Ctrl K");
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.platform)) setKeys("⌘ K");
  }, []);
  return keys;
}

/** The way into search from the rail. */
export function RailSearch() {
  const t = useTranslations("nav");
  const keys = useModifier();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={t("search")}
      onClick={() => openOverlay("palette")}
      className="mb-2 flex min-h-9 w-full items-center gap-3 rounded-control border border-transparent px-2.5 text-left text-body text-ink-2 hover:bg-sunken touch:min-h-11 lg:border-line lg:bg-surface rail-icons:border-transparent rail-icons:bg-transparent"
    >
      <Search className="size-4.5 shrink-0" strokeWidth={1.6} aria-hidden="true" />
      <span className="sr-only flex-1 lg:not-sr-only rail-icons:sr-only">{t("search")}</span>
      <span
        aria-hidden="true"
        className="hidden text-caption font-normal text-ink-3 lg:inline rail-icons:hidden touch:hidden"
      >
        {keys}
      </span>
    </button>
  );
}

/** The way into search from the bar on a phone. */
export function BarSearch() {
  const t = useTranslations("nav");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => openOverlay("palette")}
      className="flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-caption text-ink-2"
    >
      <Search className="size-4.5 shrink-0" strokeWidth={1.6} aria-hidden="true" />
      <span className="max-w-full truncate">{t("search")}</span>
    </button>
  );
}
