import "server-only";
import { emptyDocument } from "@/lib/domain/process/blank";
import { rebase } from "@/lib/domain/process/rebase";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { tooLarge } from "./file-of";
import { DiscardDraft, EditDraft, StartDraft } from "./input";
import { lockProcess } from "./store";
import {
  deleteDraft,
  deleteWithoutVersions,
  findDraft,
  findLastInUse,
  findVersion,
  insertDraft,
  saveDraft,
} from "./store-versions";
import type { Created, DraftChanged, DraftGone, DraftSaved, EditsRefused } from "./view";

/**
 * Puts a person's edits on the draft, in order. The server orders: edits made on an older revision are done again on
 * the newest one, by key. When one no longer fits nothing is saved; the refusal (the reason of the first) carries
 * the current draft and every edit that did not fit, so that the browser can show what was typed and send the rest.
 */
export const editDraft = command({
  name: "process.edit-draft",
  input: EditDraft,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<DraftSaved | Refusal> {
    const process = await lockProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const draft = await findDraft(tx, ctx, input.processId);
    if (draft?.id !== input.versionId) {
      return refuse("draft-gone", undefined, {
        current: { versionId: draft?.id ?? null } satisfies DraftGone,
      });
    }
    const { document, refused } = rebase(input.edits, draft.document);
    const [first] = refused;
    if (first) {
      const { revision, document } = draft;
      return { ...first, current: { revision, document, refused } satisfies EditsRefused };
    }
    const large = await tooLarge(tx, ctx, process, draft.document, document);
    if (large) return large;
    const revision = await saveDraft(tx, ctx, draft, document);
    const alone = draft.revision === input.revision;
    return { revision, document: alone ? null : document, savedAt: ctx.now.toISOString() };
  },
});

/** A draft from the last version in use, or from any older version: that is how a version is restored. */
export const startDraft = command({
  name: "process.start-draft",
  input: StartDraft,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | Refusal> {
    const process = await lockProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    if (process.archived) return refuse("process-archived");
    const open = await findDraft(tx, ctx, input.processId);
    if (open) return refuse("draft-exists", undefined, { current: { versionId: open.id } });
    const from = input.fromVersionId
      ? await findVersion(tx, ctx, input.processId, input.fromVersionId)
      : await findLastInUse(tx, ctx, input.processId);
    if (!from && input.fromVersionId) return refuse("not-found");
    const document = from?.designed ?? emptyDocument;
    await insertDraft(tx, ctx, {
      id: input.id,
      processId: input.processId,
      document,
      basedOnId: from?.id ?? null,
    });
    return { processId: input.processId, versionId: input.id };
  },
});

/**
 * Throws a draft away as the person saw it. What was published stays as it is; a process that never had anything but
 * this draft goes with it, because nothing of it is left.
 */
export const discardDraft = command({
  name: "process.discard-draft",
  input: DiscardDraft,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ processId: string } | Refusal> {
    if (!(await lockProcess(tx, ctx, input.processId))) return refuse("not-found");
    const draft = await findDraft(tx, ctx, input.processId);
    if (draft?.id !== input.versionId) {
      return refuse("draft-gone", undefined, {
        current: { versionId: draft?.id ?? null } satisfies DraftGone,
      });
    }
    if (draft.revision !== input.revision) {
      const { revision, document } = draft;
      return refuse("draft-changed", undefined, { current: { revision, document } satisfies DraftChanged });
    }
    await deleteDraft(tx, ctx, draft.id);
    await deleteWithoutVersions(tx, ctx, input.processId);
    return { processId: input.processId };
  },
});
