import "server-only";
import { ownerImpacts } from "@/lib/domain/preview/owner-impact";
import { checkDocument } from "@/lib/domain/process/check";
import { compile } from "@/lib/domain/process/compile";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import { refuse } from "@/lib/domain/shared/result";
import { compiledVersions } from "@/lib/features/runs/versions";
import { query } from "@/lib/platform/verb";
import { baselinesOf } from "./baselines";
import { headOf, ownerName } from "./heads";
import { ProcessId } from "./input";
import { replayed } from "./replayed";
import { findProcess, knownOwners, peopleOf, productChoices } from "./store";
import { findDraft, findLastInUse, lastNumber } from "./store-versions";
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
    const process = await findProcess(tx, ctx, input.processId);
    const draft = process && (await findDraft(tx, ctx, process.id));
    if (!process || !draft) return refuse("not-found");
    const { roles, departments, known: owners } = await knownOwners(tx, ctx);
    const known = { ...owners, productIds: (await productChoices(tx, ctx)).map(({ id }) => id) };
    const problems = checkDocument(draft.document, known);
    const published = await findLastInUse(tx, ctx, process.id);
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
      number: (await lastNumber(tx, ctx, process.id)) + 1,
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
