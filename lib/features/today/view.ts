import type { NextStepRule } from "@/lib/domain/guidance/next-best-step";
import type { TodayRule } from "@/lib/domain/guidance/rank-today";
import type { TodayFigures } from "@/lib/domain/guidance/today-figures";
import type { Quiet } from "@/lib/domain/insights/quiet";
import type { HealthBasis } from "@/lib/domain/insights/stage-health";
import type { Channel, Importance, Resource } from "@/lib/domain/process/types";
import type { DeviationRef } from "@/lib/domain/run/events";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { LocalText } from "@/lib/domain/shared/text";

/** A deal as the list names it. */
export type TodayDeal = {
  id: string;
  /** Guards every change of it. */
  version: number;
  title: string;
  company: string | null;
  amount: Money | null;
  /** Its owner's name when that is somebody else. */
  ownerName: string | null;
  /** Whose stages are in `routes`. */
  versionId: string;
  /** The place of its stage among them, and of the last one that the buyer proved (-1 for none). */
  stageIndex: number;
  provenIndex: number;
  /** Whole days in the stage; null when that is not known. */
  days: number | null;
  /** By when 8 in 10 won deals had left the stage, or its planned days. */
  pace: { limit: number; basis: Exclude<HealthBasis, "none"> } | null;
};

/** A step that waits for the person looking. */
export type TodayStep = {
  deal: TodayDeal;
  stepKey: string;
  name: LocalText;
  importance: Importance;
  channel: Channel | null;
  howTo: LocalText;
  buyerGains: LocalText;
  resources: readonly Resource[];
  /** Why it stands where it stands. */
  rule: TodayRule;
  /** The rule by which it is the next best step of its deal; null when another step is. */
  next: NextStepRule | null;
  /** The stage it belongs to, when that was left without it. */
  passedIn: LocalText | null;
  from: Day | null;
  due: { day: Day; at: Instant | null } | null;
  /** Working days past its window; null when it is not late. */
  late: number | null;
  /** Working days until its window ends; null when it has none or is late. */
  left: number | null;
  /** Until when the person put it off. */
  later: Day | null;
};

export type QuietDeal = { id: string; name: string; amount: Money | null; quiet: Quiet; never: boolean };

/** Something that only the buyer can confirm, in a stage that takes longer than its own pace. */
export type WithBuyer = { id: string; name: string; text: LocalText; days: number; limit: number };

export type TodayList = {
  /** In order; those put off are not among them. */
  steps: TodayStep[];
  /** The stages of each version that a step here follows, in order; `proof` when the buyer can confirm any. */
  routes: Record<string, { stages: LocalText[]; proof: boolean }>;
  /** How many there are in all; at most this many are counted when `more`. */
  total: number;
  more: boolean;
};

export type TodayView = TodayList & {
  name: string;
  today: Day;
  /** The hour of the day where the organisation is. */
  hour: number;
  timeZone: string;
  currency: string;
  mayEdit: boolean;
  mayCreate: boolean;
  mayDesign: boolean;
  /** What is counted of the steps in the list, by the day. */
  figures: TodayFigures;
  later: TodayStep[];
  /** Days to offer for "later". */
  tomorrow: Day;
  nextWeek: Day;
  openDeals: number;
  /** There are open deals of others to look at, and this person may change them; asked only of who has none. */
  leads: boolean;
  noNextStep: { id: string; name: string }[];
  quiet: { deals: QuietDeal[]; total: number; sums: Money[] };
  withBuyer: { items: WithBuyer[]; total: number };
  /** Deviations that wait for a reason. */
  tidy: number;
  /** What there is to work by: nothing published, nothing for this person's role, or something. */
  process: "none" | "not-for-role" | "some";
};

/** A deviation that waits for a reason. */
export type TidyItem = {
  id: string;
  version: number;
  name: string;
  kind: "step" | "skip" | "back";
  about: DeviationRef;
  /** The step that was left out; null for a move. */
  step: LocalText | null;
  from: LocalText;
  to: LocalText;
  day: Day;
};
export type TidyView = { items: TidyItem[]; total: number; days: number; mayEdit: boolean };
