/** Days that what was thrown away can be brought back. */
export const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** Whole days left in the trash at `now`, the last one counted: 30 at first, 0 when it may be erased. */
export function daysLeft(deletedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil(KEPT_DAYS - (now.getTime() - deletedAt.getTime()) / DAY_MS));
}

/** What was thrown away before this moment may be erased. */
export const erasedBefore = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY_MS);
