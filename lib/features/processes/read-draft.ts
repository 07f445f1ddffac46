import "server-only";
import { checkDocument } from "@/lib/domain/process/check";
import type { Known } from "@/lib/domain/process/problems";
import { refuse } from "@/lib/domain/shared/result";
import { sizeOf, type Tally, valueAtRank } from "@/lib/domain/statistics/tally";
import { wonStays } from "@/lib/features/runs/pace";
import { query } from "@/lib/platform/verb";
import { headOf, ownerName, weekOf } from "./heads";
import { ProcessId } from "./input";
import { findProcess, knownOwners, productChoices } from "./store";
import { findDraft, findPublished, lastNumber, openRunsPerVersion } from "./store-versions";
import type { ProcessDraft } from "./view";

/** Everything the editor starts from: the draft, what the check knows, and the version it will be compared with. */
export const processDraft = query({
  name: "processes.draft",
  input: ProcessId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<ProcessDraft | ReturnType<typeof refuse>> {
    const process = await findProcess(tx, ctx, input.processId);
    const draft = process && (await findDraft(tx, ctx, process.id));
    if (!process || !draft) return refuse("not-found");
    const { roles, departments, known: owners } = await knownOwners(tx, ctx);
    const products = await productChoices(tx, ctx);
    const stays = await wonStays(tx, ctx.org.id, process.id, ctx.today);
    const known = { ...owners, productIds: products.map(({ id }) => id), won: wonOf(stays) };
    const published = await findPublished(tx, ctx, process.id);
    const open = await openRunsPerVersion(tx, ctx, [process.id]);
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      versionId: draft.id,
      revision: draft.revision,
      templateKey: process.templateKey,
      document: draft.document,
      known,
      problems: checkDocument(draft.document, known),
      number: (await lastNumber(tx, ctx, process.id)) + 1,
      published: published && {
        number: published.number ?? 0,
        document: published.document,
        open: open.get(published.id) ?? 0,
      },
      timeZone: ctx.org.timeZone,
      week: weekOf(ctx),
      currency: ctx.org.currency,
      products,
    };
  },
});

/** What won deals took per stage: how many stays, and their median in whole days. */
function wonOf(stays: ReadonlyMap<string, Tally>): Known["won"] {
  return Object.fromEntries(
    [...stays].map(([stageKey, days]) => {
      const n = sizeOf(days);
      return [stageKey, { n, median: valueAtRank(days, Math.ceil(n / 2)) ?? 0 }];
    }),
  );
}
