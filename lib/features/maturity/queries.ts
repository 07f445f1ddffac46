import "server-only";
import { COUNTS_FROM } from "@/lib/domain/maturity/gates";
import { maturityOf } from "@/lib/domain/maturity/maturity";
import { reach } from "@/lib/domain/policy/permissions";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { gatherFacts } from "./facts";
import { MaturityOrganization, MaturityProcess, MaturityRows } from "./input";
import { rowsBehind } from "./rows";
import { organizationOf } from "./standings";
import { findProcesses, findReviews } from "./store";
import type { GateRows, OrganizationMaturity, ProcessMaturity } from "./view";

/** The level of every process and of the organisation, from the evidence of this moment. */
export const maturityOrganization = query({
  name: "maturity.organization",
  input: MaturityOrganization,
  can: "insight.read",
  async run({ tx, ctx }): Promise<OrganizationMaturity> {
    const { judged, roles } = await gatherFacts(tx, ctx);
    return organizationOf(ctx, judged, roles);
  },
});

/** One process: every gate of the next level with how it stands, and those that count later. */
export const maturityProcess = query({
  name: "maturity.process",
  input: MaturityProcess,
  can: "insight.read",
  async run({ tx, ctx, input }): Promise<ProcessMaturity | Refusal> {
    const { judged, roles } = await gatherFacts(tx, ctx);
    const one = judged.find(({ process }) => process.id === input.processId);
    if (!one) return refuse("not-found");
    const organization = organizationOf(ctx, judged, roles);
    const standing = organization.processes.find(({ processId }) => processId === input.processId);
    if (!standing) return refuse("not-found");
    const { level, gatesPerLevel } = maturityOf(one.facts);
    const next = level === 4 ? 4 : ((level + 1) as 2 | 3 | 4);
    const { version, hasDraft } = one.process;
    return {
      organization,
      process: { ...standing, version, hasDraft },
      gates: gatesPerLevel[next],
      later: gatesPerLevel[4].filter(({ gate }) => COUNTS_FROM[gate] > next),
      reviews: await findReviews(tx, ctx, input.processId),
      canReview: reach(ctx.member.role, "review.record") !== null,
      canEdit: reach(ctx.member.role, "process.edit") !== null,
    };
  },
});

/** What is behind one gate of a process: the deals, steps, stages, people or reviews that were counted. */
export const maturityRows = query({
  name: "maturity.rows",
  input: MaturityRows,
  can: "insight.read",
  async run({ tx, ctx, input }): Promise<GateRows | Refusal> {
    const [process] = await findProcesses(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    return rowsBehind(tx, ctx, process, input.gate);
  },
});
