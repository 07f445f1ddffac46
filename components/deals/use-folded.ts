"use client";

import { useEffect, useState } from "react";
import { shelf, shelfName } from "@/lib/platform/typed/shelf";

const nameOf = (member: string, processId: string, group: string) =>
  shelfName("lanes", member, processId, group);

const read = (name: string): string[] => {
  try {
    const kept: unknown = JSON.parse(shelf(() => localStorage, name).read() ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
};

/** Which lanes are folded away at this moment. */
export const foldedNow = (member: string, processId: string, group: string): string[] =>
  read(nameOf(member, processId, group));

/** Which lanes of a board a member folded away on this device. A link shows them all: what one folds is nobody else's matter. */
export function useFolded(member: string, processId: string, group: string) {
  const name = nameOf(member, processId, group);
  const [folded, setFolded] = useState<readonly string[]>([]);
  // The server cannot know, so it begins with all of them open.
  useEffect(() => setFolded(read(name)), [name]);
  const toggle = (key: string) => {
    const all = folded.includes(key) ? folded.filter((each) => each !== key) : [...folded, key];
    shelf(() => localStorage, name).write(all.length ? JSON.stringify(all) : null);
    setFolded(all);
  };
  return { folded, toggle };
}
export type Folded = ReturnType<typeof useFolded>;
