/** Where a letter is typed or looked for. A menu that is fading away after a choice takes no letter any more. */
const TAKES_LETTERS =
  "input, textarea, select, [role=combobox], [role=listbox], [role=menu]:not([data-closed])";

/** True when a key press belongs to a field or an open panel, so that single-letter shortcuts keep out of the way. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest(TAKES_LETTERS)) {
    return !(target instanceof HTMLInputElement && ["checkbox", "radio", "button"].includes(target.type));
  }
  return target.closest("[role=dialog], [role=alertdialog]") !== null;
}
