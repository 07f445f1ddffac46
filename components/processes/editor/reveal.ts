import type { Place } from "@/lib/domain/process/problems";
import { stageElementId, stepElementId } from "./editing";

/** Brings an element into sight, smoothly where motion is welcome. */
function show(found: HTMLElement): void {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.scrollIntoView({ block: "nearest", inline: "nearest", behavior: still ? "auto" : "smooth" });
}

/** After the next drawing: what was added or changed comes into sight; the focus stays where one works. */
export const reveal = (id: string): void => {
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    if (found) show(found);
  });
};

/** After the next drawing: the focus follows what was moved, and so does the sight. */
export const focusLater = (id: string): void => {
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    found?.focus({ preventScroll: true });
    if (found) show(found);
  });
};

/** After the next drawing: where a problem lies, or lay, comes into sight. */
export const revealPlace = ({ stepKey, stageKey }: Place): void => {
  if (stepKey) reveal(stepElementId(stepKey));
  else if (stageKey) reveal(stageElementId(stageKey));
};
