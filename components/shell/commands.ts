"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { isTyping } from "@/components/ui/typing";
import { shortcutsOn } from "./shortcuts";

/**
 * Something that can be done on this page. With `key` that single letter does it; `shown` is how its keys are written when
 * the page listens for them itself. Without `run` it is only named in the list of shortcuts; a key that does it is given to it.
 */
export type Command = {
  readonly label: string;
  /** Other words that people type for it in the palette. */
  readonly also?: string;
  /** Holds on every page; the palette names it after what belongs to the page that is open. */
  readonly always?: boolean;
  /** Takes something away or back; the palette names it after what does something. */
  readonly away?: boolean;
  readonly key?: string;
  readonly shown?: string;
  readonly run?: (pressed?: KeyboardEvent) => void;
};

/** When G was pressed; the letter after it names a place and does nothing else. */
export const going = { since: Number.NEGATIVE_INFINITY };
/** How long that letter may take, in milliseconds. */
export const GOING_MS = 1500;

const pages = new Set<{ current: readonly Command[] }>();

/** What can be done on the page as it stands now, in the order in which its parts appeared. */
export const pageCommands = (): readonly Command[] => [...pages].flatMap(({ current }) => current);

/**
 * Offers what can be done on a page, as long as the part that calls this is there: by its key, in the command palette and
 * in the list of shortcuts. Keys are quiet while someone types, in open panels, and when they are switched off.
 */
export function useCommands(commands: readonly (Command | false | null | undefined)[]): void {
  const offered = useRef<readonly Command[]>([]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (isTyping(event) || !shortcutsOn()) return;
    if (event.timeStamp - going.since < GOING_MS) return;
    const run = offered.current.find(({ key }) => key === event.key)?.run;
    if (!run) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    offered.current = commands.filter((command) => !!command);
  });
  useEffect(() => {
    pages.add(offered);
    window.addEventListener("keydown", onKey);
    return () => {
      pages.delete(offered);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
}

/** The keys of a command as they are written. */
export const keysOf = ({ key, shown }: Command): string | undefined => shown ?? key?.toUpperCase();
