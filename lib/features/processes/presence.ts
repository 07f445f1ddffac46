import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { MeetOnDraft } from "./input";
import { findProcess } from "./store";
import { colleaguesOn, keepPresence } from "./store-presence";
import { findDraft } from "./store-versions";
import type { DraftGone, Meeting } from "./view";

/**
 * Says where in the draft one is, and gives the colleagues who have it open too, with the newest draft when it is newer
 * than `revision`. The screen asks every few seconds, so it leaves no audit behind.
 */
export const meetOnDraft = command({
  name: "process.meet-on-draft",
  input: MeetOnDraft,
  can: "process.edit",
  fleeting: true,
  async run({ tx, ctx, input }): Promise<Meeting | Refusal> {
    if (!(await findProcess(tx, ctx, input.processId))) return refuse("not-found");
    const draft = await findDraft(tx, ctx, input.processId);
    if (draft?.id !== input.versionId) {
      return refuse("draft-gone", undefined, {
        current: { versionId: draft?.id ?? null } satisfies DraftGone,
      });
    }
    await keepPresence(tx, ctx, draft.id, input.place);
    const { revision, document } = draft;
    return {
      colleagues: await colleaguesOn(tx, ctx, draft.id),
      newer: revision > input.revision ? { revision, document } : null,
    };
  },
});
