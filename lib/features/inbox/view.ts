import type { Instant } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";

export const NOTICE_KINDS = [
  "task-given",
  "tasks-given",
  "reminder",
  "mention",
  "deal-given",
  "deals-given",
  "call-given",
  "suggestion",
  "remark",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Where a notice leads. `today` for what hangs on nothing that the reader sees. */
export type NoticeTarget =
  | { kind: "deal" | "company"; id: string }
  | { kind: "call"; dealId: string; id: string }
  | { kind: "step"; processId: string; stepKey: string }
  | { kind: "deals" | "today" };

/** One thing a member should know. */
export type Notice = {
  id: string;
  kind: NoticeKind;
  at: Instant;
  read: boolean;
  /** Who did it; null for nobody in particular. */
  by: string | null;
  /** What it is about: a task, a deal or a process; null when that is gone or not to be seen. */
  title: string | null;
  process: LocalText | null;
  /** The words around a mention, or of what was said about a step. */
  words: string | null;
  /** How many deals or tasks were given at once. */
  deals: number | null;
  tasks: number | null;
  target: NoticeTarget;
};

export type Inbox = {
  notices: Notice[];
  next: { at: Instant; id: string } | null;
  unread: Unread;
  timeZone: string;
};

/** How many are unread, counted up to 100. */
export type Unread = { count: number; more: boolean };
