import type { Outcome } from "@/lib/domain/run/events";
import type { LocalText } from "@/lib/domain/shared/text";

/** What can be found. */
export const KINDS = ["company", "contact", "deal", "process"] as const;

/** The longest text that is searched for. */
export const SEARCH_LENGTH = 200;

export type FoundCompany = { kind: "company"; id: string; name: string; openDeals: number };
export type FoundContact = {
  kind: "contact";
  id: string;
  name: string;
  jobTitle: string | null;
  companyId: string | null;
  company: string | null;
};
export type FoundDeal = {
  kind: "deal";
  id: string;
  name: string;
  company: string | null;
  stage: LocalText | null;
  outcome: Outcome | null;
  owner: string;
};
export type FoundProcess = { kind: "process"; id: string; name: LocalText };
export type Found = FoundCompany | FoundContact | FoundDeal | FoundProcess;

/** How many of one kind are shown; one more is given when there are more. */
export const SHOWN = 5;

export type SearchView = {
  /** Best first, at most one more than `SHOWN` of a kind; without a text the recent ones, newest first. */
  hits: Found[];
  /** Words that were taken for what was mistyped. */
  near: string[];
};
