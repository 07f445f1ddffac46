/** Shared look of everything a person types into or chooses from. 16 px text on touch stops the phone from zooming. */
export const CONTROL =
  "w-full min-h-9 rounded-control border border-control bg-surface px-3 py-1.5 text-body text-ink transition-colors " +
  "touch:min-h-11 touch:text-lead touch:font-sans hover:border-ink-3 " +
  "focus-visible:outline-offset-1 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 " +
  "aria-invalid:border-bad data-invalid:border-bad";

/** The floating panel of selects, menus and popovers. */
export const PANEL =
  "pop rounded-card border border-line bg-surface text-body text-ink shadow-float outline-none";

/** A row in such a panel. */
export const ROW =
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-control px-2.5 py-1 text-body select-none outline-none " +
  "touch:min-h-11 data-highlighted:bg-accent-soft data-highlighted:text-accent data-disabled:text-ink-3";
