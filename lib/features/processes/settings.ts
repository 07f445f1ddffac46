import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { ProcessId, SetProcess } from "./input";
import {
  findProcess,
  json,
  knownOwners,
  lockAgainstDeals,
  lockProcess,
  noJson,
  openRuns,
  updateProcess,
} from "./store";

/** Changes what a process is called and serves. A stale save is refused with the row as it is now. */
export const setProcess = command({
  name: "process.set",
  input: SetProcess,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ version: number } | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { name, objective, target, commercialRoleId, ...plain } = input.set;
    if (commercialRoleId) {
      const { known } = await knownOwners(tx, ctx);
      if (!known.roleIds.includes(commercialRoleId)) return refuse("not-found", undefined, { field: "role" });
    }
    const saved = await updateProcess(tx, ctx, input.processId, input.version, {
      ...plain,
      ...(commercialRoleId !== undefined && { commercialRoleId }),
      ...(name && { name: json(name) }),
      ...(objective && { objective: json(objective) }),
      ...(target && { target: json(target) }),
      ...(target === null && { target: noJson }),
    });
    if (!saved) return refuse("stale", undefined, { current: process });
    return { version: input.version + 1 };
  },
});

/** How many deals a refusal lists by name. */
const LISTED = 50;

/** Puts a process away. Refused, with the deals, while any still runs on it; nothing is ever deleted. */
export const archiveProcess = command({
  name: "process.archive",
  input: ProcessId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ processId: string } | Refusal> {
    const process = await lockAgainstDeals(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { count, runs } = await openRuns(tx, ctx, input.processId, LISTED);
    if (count > 0) return refuse("process-has-open-deals", { count }, { current: { count, deals: runs } });
    if (!process.archived) {
      await updateProcess(tx, ctx, input.processId, process.version, { archivedAt: ctx.now });
    }
    return { processId: input.processId };
  },
});

/** Takes an archived process back into use. */
export const unarchiveProcess = command({
  name: "process.unarchive",
  input: ProcessId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ processId: string } | Refusal> {
    const process = await lockProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    if (process.archived)
      await updateProcess(tx, ctx, input.processId, process.version, { archivedAt: null });
    return { processId: input.processId };
  },
});
