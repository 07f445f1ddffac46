import "server-only";
import { mentionedIn } from "@/lib/domain/mentions/mentions";
import { reach } from "@/lib/domain/policy/permissions";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { keepText, tell, tellMentioned } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { AnswerComment, RemoveComment, ResolveComment, WriteComment } from "./input";
import { designers, findComment, insertComment, remove, resolve, stepIn } from "./store";
import { MOST_BODY } from "./view";

/** Says something about a step, as a remark or as a suggestion for the next draft. */
export const writeComment = command({
  name: "comment.write",
  input: WriteComment,
  can: "comment.write",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const found = await stepIn(tx, ctx, input.processId, input.stepKey);
    if (!found) return refuse("not-found");
    const body = await keepText(tx, ctx, input.body, MOST_BODY);
    await insertComment(tx, ctx, { ...input, ...found, body });
    await tellMentioned(tx, ctx, { text: body, about: { commentId: input.id }, sightOf: null });
    await tellDesigners(tx, ctx, input, body);
    return { id: input.id };
  },
});

/** Whoever may not change the process says it to those who may; who is mentioned in it is told that already. */
async function tellDesigners(
  tx: Tx,
  ctx: Ctx,
  { id, kind }: Pick<WriteComment, "id" | "kind">,
  body: string,
): Promise<void> {
  if (reach(ctx.member.role, "process.edit") !== null) return;
  const mentioned = mentionedIn(body);
  for (const memberId of await designers(tx, ctx)) {
    if (mentioned.includes(memberId)) continue;
    await tell(tx, ctx, { memberId, kind: kind === "suggestion" ? kind : "remark", commentId: id });
  }
}

/** Answers a remark. An answer to an answer stands in the same thread. */
export const answerComment = command({
  name: "comment.answer",
  input: AnswerComment,
  can: "comment.write",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const to = await findComment(tx, ctx, input.commentId);
    if (!to) return refuse("not-found");
    const { processId, stepKey } = to;
    const { id } = input;
    const body = await keepText(tx, ctx, input.body, MOST_BODY);
    await insertComment(tx, ctx, {
      id,
      body,
      processId,
      stepKey,
      kind: "answer",
      parentId: to.parentId ?? to.id,
    });
    await tellMentioned(tx, ctx, { text: body, about: { commentId: id }, sightOf: null });
    return { id };
  },
});

/** Accepts or declines a suggestion that is open; null opens it again. Refuses comment-resolved. */
export const resolveComment = command({
  name: "comment.resolve",
  input: ResolveComment,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const found = await findComment(tx, ctx, input.id);
    if (!found || found.parentId) return refuse("not-found");
    if (!(await resolve(tx, ctx, input.id, input.resolution))) return refuse("comment-resolved");
    return { id: input.id };
  },
});

/** Takes a remark away; a rep only an own one. */
export const removeComment = command({
  name: "comment.remove",
  input: RemoveComment,
  can: "comment.remove",
  owner: async ({ tx, ctx, input }) => {
    const found = await findComment(tx, ctx, input.id);
    return found && { ownerId: found.authorId };
  },
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    if (!(await findComment(tx, ctx, input.id))) return refuse("not-found");
    await remove(tx, ctx, input.id);
    return { id: input.id };
  },
});
