import "server-only";
import { ownerImpacts } from "@/lib/domain/preview/owner-impact";
import { compile } from "@/lib/domain/process/compile";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import { refuse } from "@/lib/domain/shared/result";
import { compiledVersions } from "@/lib/features/runs/versions";
import { query } from "@/lib/platform/verb";
import { baselinesOf } from "./baselines";
import { checkedDraft } from "./draft-check";
import { headOf, ownerName } from "./heads";
import { ProcessId } from "./input";
import { replayed } from "./replayed";
import { peopleOf } from "./store";
import type { Publishing } from "./view";

/**
 * The last look before a draft becomes a version: what changes against the last one in use, how the last closed runs went by
 * each change, and for whom it changes what. Refused (not-found) without a draft.
 */
export const processPublishing = query({
  name: "processes.publishing",
  input: ProcessId,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Publishing | ReturnType<typeof refuse>> {
    const checked = await checkedDraft(tx, ctx, input.processId);
    if (!checked) return refuse("not-found");
    const { process, draft, roles, departments, known, problems, number, against: published } = checked;
    const document = settle(draft.document, known.timing);
    const changes = published ? diff(published.document, document) : [];
    const before = published && (await compiledVersions(tx, ctx.org.id, [published.id])).get(published.id);
    const after = compile(draft.document, known.timing);
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      versionId: draft.id,
      revision: draft.revision,
      number,
      document,
      errors: problems.filter(({ severity }) => severity === "error").length,
      hints: problems.filter(({ severity }) => severity !== "error").length,
      published: published && { number: published.number ?? 0, document: published.document },
      changes,
      replay: before ? await replayed(tx, ctx, process.id, changes, before, after) : null,
      impacts: ownerImpacts(changes),
      baselines: published
        ? await baselinesOf(
            tx,
            ctx,
            process.id,
            published.id,
            document.stages.map(({ key }) => key),
          )
        : [],
      today: ctx.today,
      currency: ctx.org.currency,
      people: await peopleOf(tx, ctx),
    };
  },
});
