import "server-only";
import type { z } from "zod";
import { onlyBehind, withoutAgreed } from "@/lib/domain/process/agreed";
import { publishable } from "@/lib/domain/process/compile";
import { settle } from "@/lib/domain/process/inherit";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { switchRuns } from "@/lib/features/runs/switch";
import { command } from "@/lib/platform/verb";
import { PublishVersion } from "./input";
import { insertContent, knownOwners, lockProcess } from "./store";
import { findDraft, findLastInUse, lastNumber, retirePublished, sealVersion } from "./store-versions";
import type { DraftChanged, DraftGone, Published } from "./view";

/**
 * Publishes the draft as the next version: new deals start on it, the deals that are named go over to it, all others stay
 * on theirs, and the version before it is retired. A deal that cannot go over stays and is named; it holds up nothing.
 * Refused with all errors when the check finds any, with the revision when the draft is no longer what the person looked
 * at, without a why once a version was in use, with an expectation about a stage that the draft has not, and not-found
 * where a deal is none of this process.
 */
export const publishVersion = command({
  name: "process.publish",
  input: PublishVersion,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Published | Refusal> {
    const process = await lockProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    if (process.archived) return refuse("process-archived");
    const draft = await findDraft(tx, ctx, input.processId);
    if (draft?.id !== input.versionId) {
      return refuse("draft-gone", undefined, {
        current: { versionId: draft?.id ?? null } satisfies DraftGone,
      });
    }
    const { revision, document } = draft;
    if (revision !== input.revision) {
      return refuse("draft-changed", undefined, { current: { revision, document } satisfies DraftChanged });
    }
    const { known } = await knownOwners(tx, ctx);
    const compiled = publishable(document, known);
    if (!("formatVersion" in compiled)) {
      return refuse("process-has-problems", { count: compiled.length }, { current: { problems: compiled } });
    }
    if (!namesStage(input.hypothesis, document)) {
      return refuse("hypothesis-stage-gone", undefined, { field: "hypothesis.stageKey" });
    }
    const before = await findLastInUse(tx, ctx, input.processId);
    const why = input.why || null;
    if (before && !why) return refuse("why-needed", undefined, { field: "why" });
    const number = (await lastNumber(tx, ctx, input.processId)) + 1;
    const settled = withoutAgreed(settle(document, known.timing));
    await insertContent(tx, ctx, draft.id, settled);
    await sealVersion(tx, ctx, draft.id, {
      status: "published",
      number,
      compiled,
      document: settled,
      designed: onlyBehind(document),
      why,
      hypothesis: input.hypothesis,
    });
    await retirePublished(tx, ctx, input.processId, draft.id);
    const deals = input.deals.map((deal) => ({ ...deal, versionId: draft.id }));
    const switched = await switchRuns(tx, ctx, input.processId, deals);
    if (isRefusal(switched)) return switched;
    return { processId: input.processId, versionId: draft.id, number, ...switched };
  },
});

/** Days in a stage are of a stage of this very version, or nothing could ever be held against them. */
function namesStage(
  hypothesis: z.output<typeof PublishVersion>["hypothesis"],
  { stages }: ProcessDocument,
): boolean {
  if (!hypothesis || (hypothesis.metric !== "stage-days" && hypothesis.stageKey === undefined)) return true;
  return stages.some(({ key }) => key === hypothesis.stageKey);
}
