import { action } from "@/lib/platform/door";
import type { AnswerComment, RemoveComment, ResolveComment, WriteComment } from "./input";

export const writeComment = action<WriteComment, { id: string }>("comment.write");
export const answerComment = action<AnswerComment, { id: string }>("comment.answer");
export const resolveComment = action<ResolveComment, { id: string }>("comment.resolve");
export const removeComment = action<RemoveComment, { id: string }>("comment.remove");
