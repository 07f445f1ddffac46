import "server-only";
import { z } from "zod";
import { settle } from "@/lib/domain/process/inherit";
import type { TimingDefaults } from "@/lib/domain/process/types";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { query } from "@/lib/platform/verb";
import { headOf, mayEdit, ownerName, weekOf } from "./heads";
import { findProcess, knownOwners } from "./store";
import { processChoices } from "./store-library";
import { findNewest } from "./store-versions";
import type { CompareSide, ProcessesCompared } from "./view";

/** Two processes to hold against each other; either may still be open. */
export const CompareProcesses = z.strictObject({
  leftId: z.uuid().optional(),
  rightId: z.uuid().optional(),
});

/**
 * Two processes side by side, each as its people follow it; a draft only where nothing else is there and only for who
 * may see drafts. One that is not there is an empty side, so that the page can ask for another.
 */
export const processesCompare = query({
  name: "processes.compare",
  input: CompareProcesses,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessesCompared> {
    const { roles, departments, known } = await knownOwners(tx, ctx);
    const side = (id: string | undefined) => (id ? sideOf(tx, ctx, id, roles, known.timing) : null);
    return {
      left: await side(input.leftId),
      right: await side(input.rightId),
      week: weekOf(ctx),
      choices: await processChoices(tx, ctx.org.id, { drafts: mayEdit(ctx) }),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
    };
  },
});

async function sideOf(
  tx: Tx,
  ctx: Ctx,
  id: string,
  roles: Parameters<typeof headOf>[1],
  timing: TimingDefaults,
): Promise<CompareSide | null> {
  const process = await findProcess(tx, ctx, id);
  if (!process) return null;
  const version = await findNewest(tx, ctx, id, mayEdit(ctx));
  return {
    ...headOf(process, roles),
    shown: version && {
      number: version.number,
      status: version.status,
      document: settle(version.document, timing),
    },
  };
}
