import type { Instant } from "../shared/day";
import type { TaskDue, TaskTiming } from "../tasks/due";

/** A thing to do: a task, a promise to ask about, or a step of a deal. */
export type DigestTask = {
  readonly title: string;
  readonly due: TaskDue | null;
  readonly timing: TaskTiming;
  readonly place: string | null;
};
export type DigestStep = { readonly title: string; readonly place: string; readonly late: boolean };

/** A planned call; `over` is one of which nobody said what came of it. Without a goal its title is empty. */
export type DigestCall = {
  readonly title: string;
  readonly place: string;
  readonly at: Instant;
  readonly over: boolean;
};

export type DigestLine = { readonly title: string; readonly place: string | null; readonly at?: Instant };
export type DigestPart = { readonly lines: readonly DigestLine[]; readonly more: number };
export type Digest = {
  /** The calls of today, by their moment. */
  readonly calls: DigestPart;
  /** Calls that are over, of which nobody said what came of them. */
  readonly asked: DigestPart;
  readonly late: DigestPart;
  readonly today: DigestPart;
  /** What buyers promised for today or before. */
  readonly promised: DigestPart;
  readonly unread: number;
};

/** Lines of one part; the rest is counted. */
const LINES = 10;

const part = (lines: readonly DigestLine[]): DigestPart => ({
  lines: lines.slice(0, LINES).map(({ title, place, at }) => ({ title, place, ...(at && { at }) })),
  more: Math.max(0, lines.length - LINES),
});

/**
 * What a person should know in the morning: whom they speak today, what is late, what is due today, what buyers should have done, and how much is
 * unread. Null when that is nothing: then there is no mail. What is to come is not in it.
 */
export function digestOf({
  calls,
  tasks,
  promises,
  steps,
  unread,
}: {
  calls: readonly DigestCall[];
  tasks: readonly DigestTask[];
  promises: readonly DigestTask[];
  steps: readonly DigestStep[];
  unread: number;
}): Digest | null {
  const planned = part(calls.filter(({ over }) => !over));
  const asked = part(calls.flatMap(({ over, title, place }) => (over ? [{ title, place }] : [])));
  const late = part([
    ...steps.filter((step) => step.late),
    ...tasks.filter(({ timing }) => timing === "late"),
  ]);
  const today = part([
    ...steps.filter((step) => !step.late),
    ...tasks.filter(({ timing }) => timing === "today"),
  ]);
  const promised = part(promises.filter(({ timing }) => timing === "late" || timing === "today"));
  const lines = [planned, asked, late, today, promised].reduce((sum, { lines: all }) => sum + all.length, 0);
  return lines + unread === 0 ? null : { calls: planned, asked, late, today, promised, unread };
}

/** How long after work began a digest still makes sense, in minutes: when nothing ran this morning, it is left out. */
const STILL_MORNING = 180;

/** Whether it is the morning in which a digest comes, on a clock of minutes past midnight. */
export const isMorning = (minutes: number, workFrom: number): boolean =>
  minutes >= workFrom && minutes < workFrom + STILL_MORNING;
