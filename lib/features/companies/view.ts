import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import type { Alikeness } from "@/lib/domain/companies/alike";
import type { RelationshipLevel } from "@/lib/domain/relationship/levels";
import type { Outcome } from "@/lib/domain/run/events";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";

export type CompanyRow = {
  id: string;
  name: string;
  sector: string | null;
  country: string | null;
  /** Deals that are open and not thrown away, and all that are not thrown away. */
  openDeals: number;
  deals: number;
};
export type CompanyList = {
  rows: CompanyRow[];
  /** All companies that match the search. */
  total: number;
  next: { name: string; id: string } | null;
  mayEdit: boolean;
};

export type ContactView = {
  id: string;
  version: number;
  name: string;
  email: string | null;
  phone: string | null;
  jobTitle: string | null;
};

export type CompanyDeal = {
  id: string;
  title: string;
  status: "open" | "closed";
  outcome: Outcome | null;
  amount: Money | null;
  owner: string;
  openedOn: Day | null;
  closedOn: Day | null;
};

export type CompanyView = {
  id: string;
  version: number;
  name: string;
  sector: string | null;
  country: string | null;
  employees: number | null;
  parentName: string | null;
  /** What a file brought along that has no field of its own: the column's header and the cell. */
  attributes: Record<string, string>;
  contacts: ContactView[];
  /** Open ones first, then the latest closed; at most 200 of `dealCount`. */
  deals: CompanyDeal[];
  dealCount: number;
  mayEdit: boolean;
  mayCreateDeal: boolean;
};

/** A company that may be the same one, for the warning while typing. */
export type SimilarCompany = { id: string; name: string; deals: number };

/** Deals that stand alike, in one currency. */
export type DealSum = { state: "open" | Outcome; currency: string; deals: number; minor: number };

export type TimelineRow = {
  id: string;
  kind: string;
  note: string;
  twoWay: boolean;
  on: Day;
  /** When it was recorded. */
  at: Instant;
  dealId: string;
  deal: string;
  by: string | null;
};
export type Timeline = { rows: TimelineRow[]; next: { on: Day; at: Instant; id: string } | null };

/** How far the relationship goes, as judged on a day. */
export type RelationshipRecord = {
  id: string;
  level: RelationshipLevel;
  note: string;
  /** The activity it rests on; of one on a deal that the reader does not see, the kind and day are null. */
  activity: { id: string; kind: string | null; on: Day | null } | null;
  on: Day;
  recordedAt: Instant;
  by: string | null;
};
export type CompanyOverview = {
  sums: DealSum[];
  timeline: Timeline;
  /** The latest first: that one is the level. */
  relationship: RelationshipRecord[];
  today: Day;
  /** What became part of this company, the latest first. */
  merges: MergeRecord[];
};

/** A deal that a person takes part in; the role is null where they are its contact and nobody said more. */
export type PersonDeal = {
  id: string;
  title: string;
  company: string | null;
  outcome: Outcome | null;
  amount: Money | null;
  role: BuyingRole | null;
  stance: Stance | null;
  closedOn: Day | null;
};
export type ContactPageView = ContactView & {
  company: { id: string; name: string } | null;
  deals: PersonDeal[];
  timeline: Timeline;
  /** Who became part of this person, the latest first. */
  merges: MergeRecord[];
  mayEdit: boolean;
};

/** A company that became part of another one; with no days left it cannot be undone any more. */
export type MergeRecord = { id: string; name: string; at: Instant; by: string | null; daysLeft: number };

export type DuplicatePair = {
  one: { id: string; name: string };
  other: { id: string; name: string };
  why: Alikeness;
};
/** Two people who are probably one: by their address, or by their names at one company. */
export type DuplicatePeople = {
  one: { id: string; name: string; company: string | null };
  other: { id: string; name: string; company: string | null };
  why: "email" | "name";
};
export type DuplicatePeopleList = { pairs: DuplicatePeople[]; more: boolean; mayEdit: boolean };
/** A person as one side of a merge; of their deals those that one sees. */
export type PersonSide = {
  id: string;
  version: number;
  name: string;
  companyId: string | null;
  company: string | null;
  jobTitle: string | null;
  email: string | null;
  phone: string | null;
  deals: number;
};
export type DuplicateList = { pairs: DuplicatePair[]; more: boolean; mayEdit: boolean };

/** A company as one side of a merge; of its deals those that one sees. */
export type CompanySide = {
  id: string;
  version: number;
  name: string;
  sector: string | null;
  country: string | null;
  employees: number | null;
  deals: number;
  people: number;
};
/** A person who may be the same one, for the warning while typing. */
export type SimilarContact = { id: string; name: string; company: string | null };
