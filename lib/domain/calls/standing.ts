import type { Instant } from "../shared/day";
import type { CallState } from "./types";

const MS_PER_MINUTE = 60_000;

/** How a call stands at a moment: `ask` is one that is over and of which nobody said what came of it. */
export type CallStanding = "ahead" | "now" | "ask" | "held" | "cancelled";

/** A quarter of an hour before its moment a call is at hand. */
const BEFORE_MINUTES = 15;

/** How a call stands at a moment. */
export function callStanding(
  { status, at, minutes }: { status: CallState["status"]; at: Instant; minutes: number },
  now: Instant,
): CallStanding {
  if (status !== "planned") return status;
  const passed = (Date.parse(now) - Date.parse(at)) / MS_PER_MINUTE;
  if (passed >= minutes) return "ask";
  return passed >= -BEFORE_MINUTES ? "now" : "ahead";
}
