import "server-only";
import { hasEvidence } from "@/lib/domain/relationship/levels";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { JudgeRelationship, TrashRef } from "./input";
import { isThere } from "./overview-store";
import { deleteJudgement, insertJudgement, isActivityAt } from "./relationship-store";

/**
 * Says how far the relationship with a company goes, and by what that shows. Refused without evidence (evidence-needed): a
 * level is never a guess.
 */
export const judgeRelationship = command({
  name: "company.judge-relationship",
  input: JudgeRelationship,
  can: "company.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    if (!hasEvidence(input)) return refuse("evidence-needed", undefined, { field: "note" });
    if (input.on > ctx.today) return refuse("day-in-future", undefined, { field: "on" });
    if (!(await isThere(tx, ctx.org.id, "company", input.companyId))) return refuse("not-found");
    const { activityId } = input;
    if (activityId && !(await isActivityAt(tx, ctx.org.id, input.companyId, activityId)))
      return refuse("not-found");
    await insertJudgement(tx, ctx, input);
    return { id: input.id };
  },
});

/** Takes a judgement back: the one before it holds again. */
export const withdrawRelationship = command({
  name: "company.withdraw-relationship",
  input: TrashRef,
  can: "company.edit",
  run: async ({ tx, ctx, input: { id } }): Promise<{ id: string } | Refusal> =>
    (await deleteJudgement(tx, ctx.org.id, id)) ? { id } : refuse("not-found"),
});
