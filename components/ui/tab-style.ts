export const TAB_BAR = "flex gap-1 overflow-x-auto border-b border-line";

/** One tab, chosen when it is `aria-current`, `aria-selected` or Base UI's active. */
export const TAB =
  "-mb-px inline-flex min-h-9 shrink-0 items-center gap-2 border-b-2 border-transparent px-3 text-body text-ink-2 -outline-offset-2 " +
  "hover:text-ink touch:min-h-11 " +
  "data-active:border-accent data-active:font-semibold data-active:text-accent " +
  "aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent";
