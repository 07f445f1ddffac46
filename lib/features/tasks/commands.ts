import "server-only";
import type { z } from "zod";
import type { Day } from "@/lib/domain/shared/day";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { dayOf, minutesOf } from "@/lib/domain/timing/zone";
import { keepText, readTexts, tell, tellMentioned, tellNoMore } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { lastChange } from "@/lib/platform/last-change";
import { command } from "@/lib/platform/verb";
import { openByMember, passBack, passOn } from "./give-store";
import { AddTask, EditTask, MOST_NOTE, TaskRef } from "./input";
import { waitingFor } from "./read-store";
import { canDo, findTask, insertTask, isThere, markTask, updateTask } from "./store";
import type { TaskNow } from "./view";

type Task = NonNullable<Awaited<ReturnType<typeof findTask>>>;
type Changed = { id: string; version: number };

/** Refuses whom a task cannot be given to: nobody, a stranger, or a member who may only look. */
async function refuseAssignee(tx: Tx, ctx: Ctx, id: string | null): Promise<Refusal | null> {
  const field = { field: "assigneeId" };
  if (id === null) return refuse("task-needs-assignee", undefined, field);
  const can = await canDo(tx, ctx.org.id, id);
  if (can === "unknown") return refuse("not-found", undefined, field);
  return can === "yes" ? null : refuse("task-assignee-reads-only", undefined, field);
}

/** Refuses a deal, company or person that is not there for who asks, and a promise of nobody. */
async function refusePlace(tx: Tx, ctx: Ctx, input: z.output<typeof AddTask>): Promise<Refusal | null> {
  const { dealId, companyId, contactId, kind } = input;
  if (dealId && companyId) return refuse("task-one-place", undefined, { field: "companyId" });
  if (kind === "promise" && !dealId && !companyId) return refuse("promise-needs-buyer");
  const there = (kind: "run" | "company" | "contact", id: string | null) =>
    id === null || isThere(tx, ctx.org.id, kind, id);
  const all = [
    await there("run", dealId),
    await there("company", companyId),
    await there("contact", contactId),
  ];
  return all.every(Boolean) ? null : refuse("not-found");
}

/** Adds a task, or a promise of the buyer, to a deal, to a company or for oneself. */
export const addTask = command({
  name: "task.add",
  input: AddTask,
  can: "task.edit",
  async run({ tx, ctx, input }): Promise<Changed | Refusal> {
    const assigneeId = input.assigneeId ?? (ctx.member.kind === "member" ? ctx.member.id : null);
    const refused = (await refusePlace(tx, ctx, input)) ?? (await refuseAssignee(tx, ctx, assigneeId));
    if (refused || assigneeId === null) return refused ?? refuse("not-found");
    const note = await keepText(tx, ctx, input.note, MOST_NOTE);
    await insertTask(tx, ctx, { ...input, note, assigneeId });
    await tell(tx, ctx, { memberId: assigneeId, kind: "task-given", taskId: input.id });
    await tellMentioned(tx, ctx, { text: note, about: { taskId: input.id }, sightOf: input.dealId });
    return { id: input.id, version: 1 };
  },
});

/** Changes a task: its words, its day, its reminder or who does it. A stale save gives back the fields as they are now. */
export const editTask = command({
  name: "task.edit",
  input: EditTask,
  can: "task.edit",
  async run({ tx, ctx, input }): Promise<Changed | Refusal> {
    const task = await findTask(tx, ctx, input.id);
    if (!task) return refuse("not-found");
    const { assigneeId, contactId } = input.fields;
    if (assigneeId !== undefined) {
      const refused = await refuseAssignee(tx, ctx, assigneeId);
      if (refused) return refused;
    }
    if (contactId && !(await isThere(tx, ctx.org.id, "contact", contactId))) return refuse("not-found");
    const note = input.fields.note && (await keepText(tx, ctx, input.fields.note, MOST_NOTE));
    const fields = { ...input.fields, ...(note && { note }) };
    if (await updateTask(tx, ctx, { ...input, fields })) {
      await tellOfEdit(tx, ctx, task, { assigneeId, note });
      return { id: input.id, version: input.version + 1 };
    }
    const last = await lastChange(tx, ctx.org.id, { verbs: ["task.edit"], entityId: input.id });
    return refuse(
      "stale",
      { who: last?.by ?? "", at: last?.at ?? "" },
      { current: await nowOf(tx, ctx, task) },
    );
  },
});

/** Tells who has it now, and no more who had it; and whom the note mentions newly. */
async function tellOfEdit(
  tx: Tx,
  ctx: Ctx,
  task: Task,
  { assigneeId, note }: { assigneeId: string | undefined; note: string | null | undefined },
): Promise<void> {
  if (assigneeId !== undefined && assigneeId !== task.assigneeId) {
    await tellNoMore(tx, ctx, { kind: "task-given", taskId: task.id, memberId: task.assigneeId });
    await tell(tx, ctx, { memberId: assigneeId, kind: "task-given", taskId: task.id });
  }
  if (note)
    await tellMentioned(tx, ctx, {
      text: note,
      before: task.note,
      about: { taskId: task.id },
      sightOf: task.runId,
    });
}

async function nowOf(tx: Tx, ctx: Ctx, task: Task): Promise<TaskNow> {
  const { timeZone } = ctx.org;
  const reads = await readTexts(tx, ctx.org.id, [task.note]);
  const clock = (at: Date) => minutesOf(at.toISOString(), timeZone);
  const day: Day | null = toDay(task.dueOn);
  const { version, title, note, contactId, assigneeId, dueAt, remindAt } = task;
  return {
    ...{ version, title, contactId, assigneeId },
    note: note && reads(note),
    due: day === null ? null : { day, minutes: dueAt && clock(dueAt) },
    remind: remindAt && { day: dayOf(remindAt.toISOString(), timeZone), minutes: clock(remindAt) },
  };
}

type Marking = (ctx: Ctx) => Parameters<typeof markTask>[3];

/** What takes a task off the list or puts it back: done twice it is done once, whoever was first. */
const marking = <N extends string>(name: N, mark: Marking) =>
  command({
    name,
    input: TaskRef,
    can: "task.edit",
    async run({ tx, ctx, input }): Promise<Changed | Refusal> {
      const task = await findTask(tx, ctx, input.id);
      if (!task) return refuse("not-found");
      await markTask(tx, ctx, input.id, mark(ctx));
      return { id: input.id, version: task.version + 1 };
    },
  });

/** Ticks a task off; of a promise: the buyer kept it. */
export const finishTask = marking("task.finish", (ctx) => ({ doneAt: ctx.now, doneById: ctx.member.id }));

/** Takes the tick back. */
export const reopenTask = marking("task.reopen", () => ({ doneAt: null, doneById: null }));

/** Throws a task away. */
export const deleteTask = marking("task.delete", (ctx) => ({
  deletedAt: ctx.now,
  deletedById: ctx.actor.id,
}));

/** Brings a task back that was thrown away. */
export const restoreTask = command({
  name: "task.restore",
  input: TaskRef,
  can: "task.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    if (!(await markTask(tx, ctx, input.id, { deletedAt: null, deletedById: null })))
      return refuse("not-found");
    return { id: input.id };
  },
});

/** For other features: what waits for whoever `ctx` is. */
export const tasksWaiting = async (tx: Tx, ctx: Ctx) => ({
  tasks: await waitingFor(tx, ctx, ctx.member.id, "task"),
  promises: await waitingFor(tx, ctx, ctx.member.id, "promise"),
});

/** For other features: gives all open tasks of one member to another, who is told how many there are. Gives that number. */
export async function giveTasks(tx: Tx, ctx: Ctx, from: string, to: string): Promise<number> {
  const tasks = await passOn(tx, ctx, from, to);
  if (tasks > 0) await tell(tx, ctx, { memberId: to, kind: "tasks-given", tasks });
  return tasks;
}

/** For other features: takes that back for the tasks that nobody worked on since. Gives how many. */
export const giveBackTasks = passBack;

/** For other features: how many tasks each member has to do, as far as who asks sees them. */
export const openTasksBy = openByMember;
