import "server-only";
import { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { minutesOf } from "@/lib/domain/timing/zone";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { query } from "@/lib/platform/verb";
import { TasksOf } from "./input";
import { contactsFor, tasksOn, waitingFor } from "./read-store";
import { isThere, peopleFor } from "./store";
import type { MyTasks, TasksView } from "./view";

async function around(tx: Tx, ctx: Ctx) {
  const [hours = 9, minutes = 0] = ctx.org.workFrom.split(":").map(Number);
  return {
    people: await peopleFor(tx, ctx.org.id),
    memberId: ctx.member.id,
    today: ctx.today,
    minutes: minutesOf(ctx.now.toISOString(), ctx.org.timeZone),
    timeZone: ctx.org.timeZone,
    workFrom: hours * 60 + minutes,
    mayEdit: reach(ctx.member.role, "task.edit") !== null,
  };
}

/** What is to be done on a deal or at a company, by whom and by when, and what the buyer promised. */
export const tasksOf = query({
  name: "tasks.of",
  input: TasksOf,
  can: "deal.read",
  async run({ tx, ctx, input: { on, id } }) {
    if (!(await isThere(tx, ctx.org.id, on === "deal" ? "run" : "company", id))) return refuse("not-found");
    const tasks = await tasksOn(tx, ctx, on, id);
    const contacts = await contactsFor(tx, ctx.org.id, on, id);
    return { on, id, ...tasks, contacts, ...(await around(tx, ctx)) } satisfies TasksView;
  },
});

/** What the person asking is to do, late first, and what buyers promised that they follow up. */
export const tasksMine = query({
  name: "tasks.mine",
  input: z.strictObject({}),
  can: "deal.read",
  async run({ tx, ctx }): Promise<MyTasks> {
    const tasks = await waitingFor(tx, ctx, ctx.member.id, "task");
    const promises = await waitingFor(tx, ctx, ctx.member.id, "promise");
    const now = tasks.filter(({ timing }) => timing === "late" || timing === "today").length;
    const total = { tasks: tasks.length, promises: promises.length, now };
    return { tasks, promises, total, ...(await around(tx, ctx)) };
  },
});
