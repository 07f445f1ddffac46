import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import type { Behind, ByResult } from "@/lib/domain/calls/figures";
import type { CallStanding } from "@/lib/domain/calls/standing";
import type { CallChannel, CallDebrief, CallPlan, CallResult, CancelReason } from "@/lib/domain/calls/types";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";

/** A register entry as a plan shows it. */
export type CallEntry = { id: string; name: LocalText; note: string };
export type CallPerson = {
  id: string;
  name: string;
  jobTitle: string | null;
  role: BuyingRole | null;
  stance: Stance;
};

/** A call in a list. */
export type CallLine = {
  id: string;
  version: number;
  deal: { id: string; title: string; company: string | null };
  owner: { id: string; name: string };
  at: Instant;
  minutes: number;
  channel: CallChannel;
  goal: string;
  status: "planned" | "held" | "cancelled";
  standing: CallStanding;
  result: CallResult | null;
  learned: string;
  reason: CancelReason | null;
  questions: number;
};

type Clock = { today: Day; timeZone: string };

/** The calls of a deal: those to come first, then the latest. */
export type DealCalls = Clock & { dealId: string; calls: CallLine[]; total: number; mayPlan: boolean };

/** The calls that one holds today, and those of before that nobody said anything of. */
export type TodayCalls = Clock & { calls: CallLine[]; total: number };

export type CallView = Clock & {
  id: string;
  version: number;
  deal: { id: string; title: string; company: string | null; closed: boolean };
  /** Null for one that was planned without a call process. */
  process: { id: string; name: LocalText; number: number | null } | null;
  owner: { id: string; name: string };
  status: "planned" | "held" | "cancelled";
  standing: CallStanding;
  plan: CallPlan;
  /** The deal's step that it does. */
  step: { key: string; name: LocalText; done: boolean } | null;
  objections: CallEntry[];
  messages: CallEntry[];
  /** Objections of the register that the plan does not expect. */
  otherObjections: CallEntry[];
  people: CallPerson[];
  /** Kept when it is taken back: the form begins with it. */
  debrief: CallDebrief | null;
  cancellation: { reason: CancelReason; note: string | null } | null;
  moves: number;
  stages: {
    key: string;
    name: LocalText;
    steps: { key: string; name: LocalText; howTo: LocalText; done: boolean }[];
  }[];
  mayEdit: boolean;
  deleted: boolean;
  now: Instant;
};

/** What suggests a plan: a call process, or a step of the deal. */
export type CallSource = { goal: LocalText | null; questions: LocalText[] };
export type CallChoices = Clock & {
  deal: { id: string; title: string; company: string | null; closed: boolean };
  processes: (CallSource & { id: string; name: LocalText })[];
  /** Steps of the deal that wait, those that are a call first. */
  steps: (CallSource & { key: string; name: LocalText; channel: string | null })[];
  objections: (CallEntry & { suggested: boolean })[];
  messages: (CallEntry & { suggested: boolean })[];
  people: CallPerson[];
  /** Calls on the deal that are planned already. */
  planned: CallLine[];
  holders: { id: string; name: string }[];
  memberId: string;
  /** Minutes past midnight on the organisation's clock. */
  minutes: number;
  mayDesign: boolean;
};

type Named = { id: string; name: LocalText };
type MessageCount = Named & { calls: Behind; results: ByResult };

/** What came of the calls of a process: counts, each as the ids of the calls behind it. */
export type ProcessCalls = Clock & {
  ahead: Behind;
  asked: Behind;
  held: Behind;
  notHeld: Behind;
  results: ByResult;
  messages: MessageCount[];
  objections: (Named & { heard: Behind; expected: Behind; answers: MessageCount[] })[];
  /** The calls that are counted, the latest first. */
  calls: {
    id: string;
    dealId: string;
    /** The company, or the deal where there is none. */
    deal: string;
    goal: string;
    at: Instant;
    standing: CallStanding;
    result: CallResult | null;
  }[];
  /** There are older ones, which are not counted. */
  more: boolean;
};
