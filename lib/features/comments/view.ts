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
