import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { checkedDraft } from "./draft-check";
import { headOf, ownerName, weekOf } from "./heads";
import { ProcessId } from "./input";
import { openRunsPerVersion } from "./store-versions";
import type { ProcessDraft } from "./view";

/** Everything the editor starts from: the draft, what the check knows, and the version it will be compared with. */
export const processDraft = query({
  name: "processes.draft",
  input: ProcessId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<ProcessDraft | ReturnType<typeof refuse>> {
    const checked = await checkedDraft(tx, ctx, input.processId);
    if (!checked) return refuse("not-found");
    const { process, draft, roles, departments, products, known, problems, number, against } = checked;
    const open = await openRunsPerVersion(tx, ctx, [process.id]);
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      versionId: draft.id,
      memberId: ctx.member.id,
      revision: draft.revision,
      templateKey: process.templateKey,
      document: draft.document,
      known,
      problems,
      number,
      published: against && {
        number: against.number ?? 0,
        inUse: against.status === "published",
        document: against.document,
        open: open.get(against.id) ?? 0,
      },
      timeZone: ctx.org.timeZone,
      week: weekOf(ctx),
      currency: ctx.org.currency,
      products,
    };
  },
});
