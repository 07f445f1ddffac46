/** What takes words or a choice, or else what does something. */
const FIELDS = "input:not([type=hidden]):not([tabindex='-1']), textarea, [role=combobox], select";

/**
 * Brings a part of the page in sight, out of what is folded over it, with the focus on its first field, or its first button:
 * for commands that lead to where something is done.
 */
export function showPlace(place: Element | null | undefined): void {
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  // Once what was opened a moment ago stands there.
  requestAnimationFrame(() => {
    const tall = place.getBoundingClientRect().height > window.innerHeight / 2;
    place.scrollIntoView({ block: tall ? "start" : "center" });
    const first = place.querySelector<HTMLElement>(FIELDS) ?? place.querySelector<HTMLElement>("button, a");
    first?.focus({ preventScroll: true });
  });
}
