import type { Day, Instant } from "@/lib/domain/shared/day";
import type { TaskDue, TaskTiming } from "@/lib/domain/tasks/due";

export type TaskKind = "task" | "promise";
export type NamedId = { id: string; name: string };

/** Something to do, or something a buyer promised. */
export type TaskView = {
  id: string;
  version: number;
  kind: TaskKind;
  title: string;
  note: string | null;
  due: TaskDue | null;
  timing: TaskTiming;
  remindAt: Instant | null;
  assignee: NamedId;
  /** Who promised it. */
  contact: NamedId | null;
  /** The deal it is on; null when it is on none, or on one that the person looking does not see. */
  deal: NamedId | null;
  /** On a deal that the person looking does not see. */
  unseenDeal: boolean;
  company: NamedId | null;
  doneAt: Instant | null;
};

type Around = {
  /** Whom a task can be given to. */
  people: NamedId[];
  memberId: string;
  today: Day;
  /** Minutes past midnight on the organisation's clock. */
  minutes: number;
  timeZone: string;
  /** Minutes past midnight at which work begins: when a reminder for a day comes. */
  workFrom: number;
  mayEdit: boolean;
};

/** What is to be done on a deal or at a company. */
export type TasksView = Around & {
  on: "deal" | "company";
  id: string;
  /** What was due first comes first; at most 200. */
  open: TaskView[];
  /** The latest done first; at most 20. */
  done: TaskView[];
  /** Who may have promised something. */
  contacts: NamedId[];
};

/** What one is to do oneself, and what buyers promised that one follows up. */
export type MyTasks = Around & {
  tasks: TaskView[];
  promises: TaskView[];
  /** How many there are in all, and how many of the tasks are late or due today. */
  total: { tasks: number; promises: number; now: number };
};

/** A task's own fields, as a refused stale save gives them back. */
export type TaskNow = {
  version: number;
  title: string;
  note: string | null;
  contactId: string | null;
  due: { day: Day; minutes: number | null } | null;
  remind: { day: Day; minutes: number } | null;
  assigneeId: string;
};
