import "server-only";
import { callFigures } from "@/lib/domain/calls/figures";
import { callStanding } from "@/lib/domain/calls/standing";
import { byId } from "@/lib/domain/registers/merge";
import { refuse } from "@/lib/domain/shared/result";
import { registerEntries } from "@/lib/features/registers/commands";
import { query } from "@/lib/platform/verb";
import { findFacts, isCallProcess } from "./figures-store";
import { FiguresOf } from "./input";
import type { ProcessCalls } from "./view";

/** Calls that are counted: the latest. */
const MOST = 300;

/** What came of the calls of a process: how many were held, how each message went, which objections came up. */
export const callsFigures = query({
  name: "calls.figures",
  input: FiguresOf,
  can: "deal.read",
  async run({ tx, ctx, input: { processId } }) {
    const orgId = ctx.org.id;
    if (!(await isCallProcess(tx, orgId, processId))) return refuse("not-found");
    const rows = await findFacts(tx, orgId, processId, MOST + 1);
    const now = ctx.now.toISOString();
    const calls = rows.slice(0, MOST).map(({ at, minutes, status, result, ...row }) => {
      const planned = at.toISOString();
      const standing = callStanding({ status, at: planned, minutes }, now);
      return { ...row, at: planned, standing, result: standing === "held" ? result : null };
    });
    const { messages, objections, ...counts } = callFigures(calls, byId(await registerEntries(tx, ctx)));
    const named = <T extends { entry: { id: string; name: ProcessCalls["messages"][number]["name"] } }>({
      entry: { id, name },
      ...rest
    }: T) => ({ id, name, ...rest });
    return {
      ...counts,
      messages: messages.map(named),
      objections: objections.map(({ answers, ...objection }) => ({
        ...named(objection),
        answers: answers.map(named),
      })),
      calls: calls.map(({ id, dealId, deal, goal, at, standing, result }) => ({
        ...{ id, dealId, deal, goal, at, standing, result },
      })),
      more: rows.length > MOST,
      today: ctx.today,
      timeZone: ctx.org.timeZone,
    } satisfies ProcessCalls;
  },
});
