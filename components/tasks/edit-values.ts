import { addDays } from "@/lib/domain/shared/day";
import { dayOf, minutesOf } from "@/lib/domain/timing/zone";
import type { EditTask } from "@/lib/features/tasks/input";
import type { TaskNow, TaskView } from "@/lib/features/tasks/view";
import { clockOf, minutesIn } from "./words";

/** When one is reminded: on the day or the one before as work begins, an hour before, or the moment that was kept. */
export type Reminder = "none" | "day" | "before" | "hour" | `at ${string}`;

/** A task as the form holds it: texts, empty for nothing. */
export type EditValues = {
  title: string;
  note: string;
  day: string;
  time: string;
  remind: Reminder;
  assigneeId: string;
  contactId: string;
};

/** The form's texts from the fields as the server has them. */
export function valuesOfNow({
  title,
  note,
  due,
  remind,
  assigneeId,
  contactId,
}: Omit<TaskNow, "version">): EditValues {
  return {
    title,
    note: note ?? "",
    day: due?.day ?? "",
    time: due && due.minutes !== null ? clockOf(due.minutes) : "",
    remind: remind ? `at ${remind.day} ${clockOf(remind.minutes)}` : "none",
    assigneeId,
    contactId: contactId ?? "",
  };
}

/** The form's texts for a task on the page. */
export function valuesOf(task: TaskView, timeZone: string): EditValues {
  const { title, note, due, remindAt, assignee, contact } = task;
  return valuesOfNow({
    title,
    note,
    due: due && { day: due.day, minutes: due.at && minutesOf(due.at, timeZone) },
    remind: remindAt && { day: dayOf(remindAt, timeZone), minutes: minutesOf(remindAt, timeZone) },
    assigneeId: assignee.id,
    contactId: contact?.id ?? null,
  });
}

const HOUR = 60;
const LAST_MINUTE = 1_439;

function remindOf({ remind, day, time }: EditValues, workFrom: number): EditTask["fields"]["remind"] {
  if (remind === "none") return null;
  if (remind.startsWith("at ")) {
    const [, kept = "", clock = ""] = remind.split(" ");
    return { day: kept, minutes: minutesIn(clock) ?? workFrom };
  }
  if (!day) return null;
  if (remind === "before") return { day: addDays(day, -1), minutes: workFrom };
  const at = minutesIn(time);
  if (remind === "day" || at === null) return { day, minutes: workFrom };
  // An hour before half past midnight is the evening before.
  return at >= HOUR
    ? { day, minutes: at - HOUR }
    : { day: addDays(day, -1), minutes: at - HOUR + LAST_MINUTE + 1 };
}

/** What was touched, as the command takes it. */
export function fieldsOf(values: EditValues, before: EditValues, workFrom: number): EditTask["fields"] {
  const touched = (...names: (keyof EditValues)[]) => names.some((name) => values[name] !== before[name]);
  const { title, note, day, time, assigneeId, contactId, remind } = values;
  const moves = remind === "day" || remind === "before" || remind === "hour";
  return {
    ...(touched("title") && { title: title.trim() }),
    ...(touched("note") && { note }),
    ...(touched("day", "time") && { due: day ? { day, minutes: minutesIn(time) } : null }),
    ...((touched("remind") || moves) && { remind: remindOf(values, workFrom) }),
    ...(touched("assigneeId") && { assigneeId }),
    ...(touched("contactId") && { contactId: contactId || null }),
  };
}
