import { type Day, daysBetween } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";

/** A day of closing further away than this, either way, was mistyped. */
export const MOST_YEARS = 20;
const DAYS_PER_YEAR = 365.25;
const MOST_DAYS = Math.floor(MOST_YEARS * DAYS_PER_YEAR);

const far = (day: Day, from: Day): boolean => Math.abs(daysBetween(from, day)) > MOST_DAYS;

/**
 * Whether a day is too far to be one on which anybody expects to close: from today, and, for a deal of long ago, from the day it
 * began.
 */
export const tooFar = (day: Day, opened: Day | null, today: Day): boolean =>
  far(day, today) && (opened === null || far(day, opened));

/**
 * Why a day cannot be the one on which a deal is expected to close: before the deal itself began (`opened` null where nobody
 * knows when that was), or more years away than anybody plans. Refuses close-before-opened, close-too-far.
 */
export function refuseClose(day: Day, opened: Day | null, today: Day): Refusal | null {
  const at = { field: "expectedClose" };
  if (tooFar(day, opened, today)) return refuse("close-too-far", { day, years: MOST_YEARS }, at);
  return opened !== null && day < opened ? refuse("close-before-opened", { day, opened }, at) : null;
}
