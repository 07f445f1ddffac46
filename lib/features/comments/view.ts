export const COMMENT_KINDS = ["comment", "suggestion"] as const;
export const RESOLUTIONS = ["accepted", "declined"] as const;
/** Characters of one remark. */
export const MOST_BODY = 2_000;
export type Resolution = (typeof RESOLUTIONS)[number];

/** One remark on a step with its answers, oldest first. */
export type CommentView = {
  readonly id: string;
  readonly stepKey: string;
  readonly kind: "comment" | "suggestion" | "answer";
  readonly body: string;
  readonly by: string;
  readonly mine: boolean;
  readonly at: string;
  /** The version it was written on; null for a draft. */
  readonly versionNumber: number | null;
  readonly resolution: Resolution | null;
  readonly answers: readonly CommentView[];
};

/** The remarks on a process: open suggestions first, then the newest. */
export type CommentsView = {
  readonly comments: readonly CommentView[];
  /** More than were loaded. */
  readonly more: boolean;
  readonly timeZone: string;
  readonly mayWrite: boolean;
  readonly mayAnswer: boolean;
};

/** How many remarks on each step wait for somebody: suggestions that are not settled, and remarks without an answer. */
export function openRemarks({ comments }: Pick<CommentsView, "comments">): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { stepKey, kind, resolution, answers } of comments) {
    if (resolution !== null || (kind !== "suggestion" && answers.length > 0)) continue;
    open.set(stepKey, (open.get(stepKey) ?? 0) + 1);
  }
  return open;
}
