import type { Instant } from "../shared/day";

/** Ways to speak with a buyer: what a call can be planned as. */
export const CALL_CHANNELS = ["call", "video", "meeting", "visit"] as const;
export type CallChannel = (typeof CALL_CHANNELS)[number];

export const isCallChannel = (channel: string | null): channel is CallChannel =>
  CALL_CHANNELS.some((each) => each === channel);

/** Whether the goal of a call was reached. */
export const CALL_RESULTS = ["yes", "partly", "no"] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** Why a call was not held. */
export const CANCEL_REASONS = ["buyer-cancelled", "no-show", "we-cancelled", "not-needed", "other"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What is written down before a call. */
export type CallPlan = {
  readonly at: Instant;
  readonly minutes: number;
  readonly channel: CallChannel;
  /** The step of the deal that the call does. */
  readonly stepKey: string | null;
  readonly goal: string;
  readonly questions: readonly string[];
  /** Ids of register entries: objections to expect, and messages that answer them. */
  readonly objections: readonly string[];
  readonly messages: readonly string[];
  /** Ids of the contacts who will be there. */
  readonly people: readonly string[];
};

/** What is written down after it. */
export type CallDebrief = {
  readonly result: CallResult;
  readonly learned: string;
  /** Ids of register entries: the objections that came up. */
  readonly heard: readonly string[];
  /** Whether the deal's step was done by it. */
  readonly stepDone: boolean;
};

export type CallCancellation = { readonly reason: CancelReason; readonly note: string | null };

/** How a call stands. What was said is kept when it is taken back, so that nothing is typed twice. */
export type CallState = {
  readonly plan: CallPlan;
  readonly status: "planned" | "held" | "cancelled";
  readonly debrief: CallDebrief | null;
  readonly cancellation: CallCancellation | null;
  /** How often it was moved to another time. */
  readonly moves: number;
};

/** What can happen to a call, besides what can happen to every run. */
export type CallEventBody =
  | { readonly type: "call.planned"; readonly plan: CallPlan }
  | { readonly type: "call.debriefed"; readonly debrief: CallDebrief }
  | { readonly type: "call.cancelled"; readonly reason: CancelReason; readonly note: string | null }
  /** A debrief or a cancellation was taken back. */
  | { readonly type: "call.reopened" };
