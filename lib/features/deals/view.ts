import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import type { NextStepRule } from "@/lib/domain/guidance/next-best-step";
import type { Likeness } from "@/lib/domain/guidance/similar";
import type { Channel, EvidenceKind, Importance } from "@/lib/domain/process/types";
import type { RegisterKind } from "@/lib/domain/registers/types";
import type { CloseReason, Outcome } from "@/lib/domain/run/events";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { Refusal } from "@/lib/domain/shared/result";
import type { LocalText } from "@/lib/domain/shared/text";
import type { TimingClass } from "@/lib/domain/timing/classify";
import type { OneOfMany } from "./input";

export type * from "./board-view";

/** Won deals that are like one, and the roads they took. */
export type SimilarDeals = {
  /** How many won deals of the process were compared. */
  looked: number;
  deals: {
    id: string;
    title: string;
    company: string | null;
    /** What it has in common with the deal. */
    shared: Likeness[];
    closedOn: Day;
    /** From opening to win; null when the opening is not known. */
    days: number | null;
    /** Days per stage key; a stage it never was in is missing, null means unknown. */
    stages: Record<string, number | null>;
  }[];
};

/** Who else has a deal open, and what happened to it since it was read; `by` is null for one's own doing. */
export type DealMeeting = {
  colleagues: { id: string; name: string }[];
  newer: { seq: number; by: string | null } | null;
};

/** A stage's own limits for how long deals stay, in days; null where nothing is known or planned. */
export type StagePace = {
  basis: "measured" | "thin" | "planned" | "none";
  typical: number | null;
  slow: number | null;
  stalled: number | null;
  n: number;
};

/** A list or board that was saved under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** The search part of the address of the deals. */
  query: Record<string, string>;
  shared: boolean;
  mine: boolean;
  maker: string;
  mayChange: boolean;
  version: number;
};

/** What stays while deals move: rendered with the page. */
export type BoardShell = {
  process: { id: string; name: LocalText };
  processes: { id: string; name: LocalText }[];
  owners: { id: string; name: string; mayOwn: boolean }[];
  teams: { id: string; name: string }[];
  /** Commercial roles, in the order in which they came. */
  roles: { id: string; name: LocalText }[];
  views: SavedView[];
  /** The company that the address names; null for none, and for one that is not there. */
  company: { id: string; name: string } | null;
  filter: { ownerId: string | null; teamId: string | null; roleId: string | null };
  stages: {
    key: string;
    name: LocalText;
    pace: StagePace;
    criteria: { key: string; text: LocalText }[];
    /** False for a stage that only older versions know. */
    current: boolean;
  }[];
  /** Names of the steps that cards point at, by step key. */
  steps: Record<string, LocalText>;
  mayCreate: boolean;
  memberId: string;
  mayEdit: "all" | "own" | "none";
  today: Day;
  currency: string;
};

export type DealStep = {
  key: string;
  name: LocalText;
  channel: Channel | null;
  importance: Importance;
  howTo: LocalText;
  buyerGains: LocalText;
  timing: TimingClass;
  status: "done" | "waived" | "open";
  doneOn: Day | null;
  /** The stage that the deal was in when it was done, where that was not the step's own. */
  doneWhile: LocalText | null;
  reason: string | null;
  note: string | null;
  from: Day | null;
  until: Day | null;
  /** Whose it is: a role's or department's name, or the deal's owner. */
  who: LocalText | null;
  /** Whether that is the person looking. */
  mine: boolean;
  /** Whether they may do it, leave it out or take that back: with the deal, or because it is for them. */
  mayWork: boolean;
};

export type DealStage = {
  key: string;
  name: LocalText;
  buyerStep: LocalText;
  plannedDays: number | null;
  state: "behind" | "here" | "ahead";
  /** Whole days spent here so far, over all visits; null when not known or never visited. */
  days: number | null;
  enteredOn: Day | null;
  proven: boolean;
  steps: DealStep[];
  criteria: {
    key: string;
    text: LocalText;
    evidence: EvidenceKind;
    /** `reason`: going on without evidence asks why. */
    requirement: "advisory" | "reason";
    given: { kind: string; on: Day; note: string | null } | null;
  }[];
};

/** An entry of a register that the stage or the next step names. */
export type BuyerEntry = {
  id: string;
  kind: RegisterKind;
  name: LocalText;
  note: string;
  /** Whether the next step names it. */
  forNext: boolean;
};

/** Someone at the buyer, as what they take part in this deal. */
export type DealPerson = {
  contactId: string;
  name: string;
  jobTitle: string | null;
  /** Null for the deal's contact of whom nobody said it yet. */
  role: BuyingRole | null;
  stance: Stance;
  note: string;
  version: number | null;
};

export type DealView = {
  id: string;
  version: number;
  seq: number;
  title: string;
  status: "open" | "closed";
  outcome: Outcome | null;
  closeReason: CloseReason | null;
  closeNote: string | null;
  closedOn: Day | null;
  openedOn: Day | null;
  deleted: boolean;
  amount: Money | null;
  expectedClose: Day | null;
  segment: string | null;
  company: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  product: { id: string; name: string } | null;
  owner: { id: string; name: string };
  process: { id: string; name: LocalText };
  processVersion: { id: string; number: number | null; asFound: boolean };
  stageKey: string | null;
  /** The last stage whose buyer-verifiable criteria all hold; null when none does. */
  provenStageKey: string | null;
  /** The keys of the criteria that a win would pass without proof though the process then asks for a reason. */
  winAsks: readonly string[];
  pace: StagePace | null;
  daysInStage: number | null;
  next: { stepKey: string; rule: NextStepRule } | null;
  /** What is known of buyers here, under the names of today; empty for a deal that is closed. */
  buyer: BuyerEntry[];
  /** The people at the buyer, those who decide first. */
  people: DealPerson[];
  competitors: { id: string; name: string }[];
  stages: DealStage[];
  activities: {
    id: string;
    kind: string;
    note: string;
    twoWay: boolean;
    on: Day;
    at: Instant | null;
    recordedAt: Instant;
    by: string;
    stepKey: string | null;
  }[];
  history: {
    seq: number;
    type: string;
    /** Null where nobody knows when it happened. */
    on: Day | null;
    /** It came in with a file. */
    imported: boolean;
    recordedAt: Instant;
    by: string | null;
    payload: Record<string, unknown>;
  }[];
  mayEdit: boolean;
  today: Day;
  /** The organisation's clock, by which a typed time is meant. */
  timeZone: string;
  currency: string;
};

export type DealRow = {
  id: string;
  title: string;
  company: string | null;
  owner: string;
  process: LocalText;
  processId: string;
  versionId: string;
  stageKey: string | null;
  stage: LocalText | null;
  status: "open" | "closed";
  outcome: Outcome | null;
  amount: Money | null;
  openedOn: Day | null;
  closedOn: Day | null;
  expectedClose: Day | null;
  entered: Day | null;
  nextStep: LocalText | null;
  nextDue: Day | null;
  lastEventAt: Instant;
  version: number;
};
/** The stages of a version in their order, as a route line draws them. */
export type Route = { key: string; name: LocalText }[];
/**
 * `routes` are those of the versions that the open deals of this page follow, by id; `next` is the last row's place in the order
 * of the list: what its key says, as text, and its id.
 */
export type DealList = {
  rows: DealRow[];
  routes: Record<string, Route>;
  total: number;
  next: { at: string; id: string } | null;
};

export type DealIdList = { deals: { id: string; version: number }[]; total: number };

/** What became of deals that were changed in one go. */
export type ChangedMany = {
  /** With what puts each back to where it was. */
  changed: OneOfMany[];
  /** Those that were so already. */
  same: string[];
  /** Those that stay as they were, and why; a title is known of those one sees. */
  refused: { id: string; title: string | null; refusal: Refusal }[];
};

/** A deal as a file holds it. */
export type FileDeal = {
  id: string;
  title: string;
  company: string | null;
  owner: string;
  product: string | null;
  stage: LocalText | null;
  outcome: Outcome | null;
  amount: Money | null;
  currency: string;
  openedOn: Day | null;
  stageEnteredOn: Day | null;
  closedOn: Day | null;
  closeReason: CloseReason | null;
  expectedClose: Day | null;
  segment: string | null;
  process: LocalText;
  contact: string | null;
  /** What other files brought along, by the head of its column. */
  attributes: Record<string, unknown>;
};

/** What a form for a deal can choose from. */
export type DealChoices = {
  processes: { id: string; name: LocalText; stages: { key: string; name: LocalText }[] }[];
  owners: { id: string; name: string }[];
  products: { id: string; name: string }[];
  companies: { id: string; name: string }[];
  currency: string;
  memberId: string;
  today: Day;
};
