import type { Day, Instant } from "../shared/day";

/** Where a task stands: late, due today, due later, or without a day. */
export type TaskTiming = "late" | "today" | "ahead" | "open";

/** By when: a day, and a moment where the time was said. */
export type TaskDue = { readonly day: Day; readonly at: Instant | null };

/** A day is late from the day after, a moment from that moment on. */
export function taskTiming(due: TaskDue | null, today: Day, now: Instant): TaskTiming {
  if (!due) return "open";
  if (due.day < today) return "late";
  if (due.at !== null && Date.parse(due.at) < Date.parse(now)) return "late";
  return due.day === today ? "today" : "ahead";
}
