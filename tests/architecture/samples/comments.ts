import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const comments: Samples = {
  "comments.list": ({ process }) => ({ processId: process }),
  "comment.write": ({ process }) => ({
    id: newId(),
    processId: process,
    stepKey: "first-a",
    kind: "suggestion",
    body: "Earlier",
  }),
  "comment.answer": ({ comment }) => ({ id: newId(), commentId: comment, body: "Why?" }),
  "comment.resolve": ({ comment }) => ({ id: comment, resolution: "accepted" }),
  "comment.remove": ({ ownComment }) => ({ id: ownComment }),
};
