import { z } from "zod";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";
import { COMMENT_KINDS, MOST_BODY, RESOLUTIONS } from "./view";

const Body = z.string().trim().min(1).max(MOST_BODY).refine(storable, NOT_STORABLE);
const Id = z.uuid();

export const CommentsOf = z.strictObject({ processId: Id });
export const WriteComment = z.strictObject({
  id: Id,
  processId: Id,
  stepKey: z.string().min(1).max(100),
  kind: z.enum(COMMENT_KINDS),
  body: Body,
});
export const AnswerComment = z.strictObject({ id: Id, commentId: Id, body: Body });
export const ResolveComment = z.strictObject({ id: Id, resolution: z.enum(RESOLUTIONS).nullable() });
export const RemoveComment = z.strictObject({ id: Id });

export type CommentsOf = z.infer<typeof CommentsOf>;
export type WriteComment = z.infer<typeof WriteComment>;
export type AnswerComment = z.infer<typeof AnswerComment>;
export type ResolveComment = z.infer<typeof ResolveComment>;
export type RemoveComment = z.infer<typeof RemoveComment>;
