import type { LocalText } from "../shared/text";

/** The five management categories of the article. */
export const CATEGORIES = ["call", "opportunity", "territory", "account", "enablement"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How this process sells: remove waste between departments, or chart milestones for a seller. */
export const SELLING_STYLES = ["transactional", "consultative"] as const;
export type SellingStyle = (typeof SELLING_STYLES)[number];

export const VERSION_STATUSES = ["draft", "published", "retired", "as-found"] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

export const CHANNELS = [
  "call",
  "meeting",
  "visit",
  "email",
  "video",
  "message",
  "document",
  "internal",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const IMPORTANCES = ["optional", "normal", "key"] as const;
export type Importance = (typeof IMPORTANCES)[number];

/** Who backs the proof that a criterion holds, strongest first. */
export const EVIDENCE_KINDS = ["buyer-confirmed", "event-held", "document", "seller-word"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** WHO: a commercial role or a department, by id, or whoever owns the run. */
export type Owner =
  | { readonly kind: "run-owner" }
  | { readonly kind: "role"; readonly id: string }
  | { readonly kind: "department"; readonly id: string };

/** What a window counts from. */
export type Anchor =
  | { readonly kind: "stage-entry" }
  | { readonly kind: "run-start" }
  | { readonly kind: "step"; readonly stepKey: string }
  | { readonly kind: "expected-close" };

export const WINDOW_UNITS = ["hours", "working-days", "calendar-days"] as const;
export type WindowUnit = (typeof WINDOW_UNITS)[number];

/** WHEN: from `earliest` to `latest` units after the anchor; either end may be open. Negative means before. */
export type Window = {
  readonly anchor: Anchor;
  readonly unit: WindowUnit;
  readonly earliest: number | null;
  readonly latest: number | null;
};

/** "Within `latest` of entering the stage": what a level gives to the steps below it that have no window. */
export type StepWindow = { readonly unit: WindowUnit; readonly latest: number };

/** Timing that holds for everything below that says nothing itself; see inherit.ts. Null: this level is silent too. */
export type TimingDefaults = {
  /** Calendar days a healthy run stays in a stage. */
  readonly plannedDays: number | null;
  readonly stepWindow: StepWindow | null;
};

export const CONDITION_KINDS = ["amount", "segment", "product"] as const;

/** What a run must be for a step to apply; all conditions of a step must hold. See applies.ts. */
export type Condition =
  /** Whole units of the currency: from `from` on and below `below`; either end may be open. */
  | {
      readonly kind: "amount";
      readonly currency: string;
      readonly from: number | null;
      readonly below: number | null;
    }
  | { readonly kind: "segment"; readonly anyOf: readonly string[] }
  /** Ids of products. */
  | { readonly kind: "product"; readonly anyOf: readonly string[] };

export const RESOURCE_KINDS = ["link", "snippet", "question"] as const;

/** Something to use while doing a step. */
export type Resource =
  | { readonly kind: "link"; readonly label: LocalText; readonly url: string }
  /** A text to send or say. */
  | { readonly kind: "snippet"; readonly label: LocalText; readonly text: LocalText }
  | { readonly kind: "question"; readonly text: LocalText };

/** One step: WHAT we do, WHEN, WHO. Fields that a draft may still miss are null. */
export type Step = {
  /** Stable across versions; a rename keeps it. */
  readonly key: string;
  readonly name: LocalText;
  readonly channel: Channel | null;
  readonly owner: Owner | null;
  readonly window: Window | null;
  readonly importance: Importance;
  /** What the step is for. */
  readonly objective: LocalText;
  /** What the seller does: how to do the step. */
  readonly howTo: LocalText;
  readonly buyerAction: LocalText;
  readonly buyerGains: LocalText;
  /** How one sees that it worked. */
  readonly desiredResult: LocalText;
  /** Roles and departments that help the owner. */
  readonly supporting: readonly Owner[];
  /** Keys of the exit criteria this step works towards; a key without a criterion says nothing. */
  readonly serves: readonly string[];
  /** Empty: the step is for every run. */
  readonly conditions: readonly Condition[];
  /** May usefully be done more than once. */
  readonly repeatable: boolean;
  readonly resources: readonly Resource[];
  /** Ids of entries of the buying-process registers that matter here. */
  readonly entries: readonly string[];
};

/** What must hold to leave a stage, written as something the buyer did. */
export type ExitCriterion = {
  readonly key: string;
  readonly text: LocalText;
  readonly evidence: EvidenceKind;
  /** Advisory by default; "reason" asks for a reason when it does not hold. Never a dead end. */
  readonly requirement: "advisory" | "reason";
};

export type Stage = {
  readonly key: string;
  readonly name: LocalText;
  /** What the buyer is doing meanwhile. */
  readonly buyerStep: LocalText;
  /** Calendar days a healthy run stays here. */
  readonly plannedDays: number | null;
  /** For the steps of this stage without a window of their own. */
  readonly stepWindow: StepWindow | null;
  /** Ids of entries of the buying-process registers that matter here. */
  readonly entries: readonly string[];
  readonly steps: readonly Step[];
  readonly criteria: readonly ExitCriterion[];
};

/** What a text belongs to. */
export type TextOwner = { readonly of: "stage" | "step" | "criterion"; readonly key: string };

/** A process version's content: the draft being edited, or the snapshot that was published. */
export type ProcessDocument = {
  readonly formatVersion: 2;
  readonly timing: TimingDefaults;
  readonly stages: readonly Stage[];
  /** Texts as they were when their languages last said the same, where one was changed since; see agreed.ts. */
  readonly agreed?: Readonly<Record<string, LocalText>>;
};
