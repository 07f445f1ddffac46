import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { CommentsOf } from "./input";
import { readable, threadsOf } from "./store";
import type { CommentsView } from "./view";

/** What people say about the steps of a process. */
export const commentsList = query({
  name: "comments.list",
  input: CommentsOf,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<CommentsView | Refusal> {
    if (!(await readable(tx, ctx, input.processId))) return refuse("not-found");
    return {
      ...(await threadsOf(tx, ctx, input.processId)),
      timeZone: ctx.org.timeZone,
      mayWrite: reach(ctx.member.role, "comment.write") !== null,
      mayAnswer: reach(ctx.member.role, "process.edit") !== null,
    };
  },
});
