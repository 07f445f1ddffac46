"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { type Overlay, onOverlay } from "@/components/shell/palette-event";
import { shortcutsOn } from "@/components/shell/shortcuts";
import { notify } from "@/components/ui/toast";
import { isTyping } from "@/components/ui/typing";
import { refuse } from "@/lib/domain/shared/result";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Destination } from "./items";
import { openedAt, remember } from "./recent";

const loadPalette = () => import("./palette");
const loadKeys = () => import("./keys-sheet");
const Palette = lazy(loadPalette);
const KeysSheet = lazy(loadKeys);

/**
 * Search from anywhere: Ctrl or ⌘ K opens the palette, ? the list of shortcuts. Both are fetched when first wanted. What is
 * opened meanwhile is remembered on this device.
 */
export function SearchHost({
  org,
  member,
  destinations,
}: {
  org: string;
  member: string;
  destinations: readonly Destination[];
}) {
  const path = usePathname();
  const say = useRefusal();
  const [open, setOpen] = useState<Overlay | null>(null);
  const [loaded, setLoaded] = useState<Readonly<Record<Overlay, boolean>>>({ palette: false, keys: false });
  useEffect(() => {
    const opened = openedAt(path);
    if (opened) remember(member, opened);
    setOpen(null);
  }, [member, path]);
  useEffect(() => {
    const show = (which: Overlay) =>
      (which === "palette" ? loadPalette() : loadKeys()).then(
        () => {
          setLoaded((before) => ({ ...before, [which]: true }));
          setOpen(which);
        },
        () => notify({ title: say(refuse("offline")), tone: "bad" }),
      );
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        void show("palette");
      } else if (event.key === "?" && !event.ctrlKey && !event.metaKey && !isTyping(event) && shortcutsOn()) {
        event.preventDefault();
        void show("keys");
      }
    };
    window.addEventListener("keydown", onKey);
    const silence = onOverlay(show);
    return () => {
      window.removeEventListener("keydown", onKey);
      silence();
    };
  }, [say]);
  const close = (still: boolean) => setOpen((now) => (still ? now : null));
  return (
    <Suspense>
      {loaded.palette && (
        <Palette
          org={org}
          member={member}
          destinations={destinations}
          open={open === "palette"}
          onOpenChange={close}
          onKeys={() =>
            void loadKeys().then(
              () => {
                setLoaded((before) => ({ ...before, keys: true }));
                setOpen("keys");
              },
              () => undefined,
            )
          }
        />
      )}
      {loaded.keys && <KeysSheet destinations={destinations} open={open === "keys"} onOpenChange={close} />}
    </Suspense>
  );
}
