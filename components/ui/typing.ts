/** True when a key press belongs to a field or an open panel, so that single-letter shortcuts keep out of the way. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=combobox], [role=listbox], [role=menu]")
  ) {
    return !(target instanceof HTMLInputElement && ["checkbox", "radio", "button"].includes(target.type));
  }
  return target.closest("[role=dialog], [role=alertdialog]") !== null;
}
