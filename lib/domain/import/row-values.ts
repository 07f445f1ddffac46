import type { CloseReason, Outcome } from "../run/events";
import type { Day, Occurred } from "../shared/day";
import type { Money } from "../shared/money";

/** A name that lives in a list of its own; `id` is null while it is not there yet. */
export type Reference = { readonly name: string; readonly id: string | null };
export type Attributes = Readonly<Record<string, string>>;

export type CompanyValues = {
  readonly kind: "companies";
  readonly externalId: string | null;
  readonly name: string;
  readonly sector: string | null;
  readonly country: string | null;
  readonly employees: number | null;
  readonly yearEstablished: number | null;
  /** An exact decimal as text, in whatever unit the file uses. */
  readonly revenue: string | null;
  readonly parent: string | null;
  readonly attributes: Attributes;
};

export type PersonValues = {
  readonly kind: "people";
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
  /** A manager who is not known yet becomes a placeholder too. */
  readonly manager: Reference | null;
  readonly region: string | null;
  readonly attributes: Attributes;
};

export type ProductValues = {
  readonly kind: "products";
  readonly externalId: string | null;
  readonly name: string;
  readonly series: string | null;
  readonly price: Money | null;
  readonly attributes: Attributes;
};

export type DealValues = {
  readonly kind: "deals";
  readonly externalId: string | null;
  /** From the file, else made of company, product and id. */
  readonly title: string;
  /** The file gave no title: this one is for a new deal only. */
  readonly titleMade: boolean;
  readonly company: Reference | null;
  /** `id` null with a name: a placeholder that can be claimed later. */
  readonly owner: Reference | null;
  readonly product: Reference | null;
  readonly segment: string | null;
  /** The stage it is in, or was closed from; null when the file does not say. */
  readonly stageKey: string | null;
  readonly outcome: Outcome | null;
  readonly closeReason: CloseReason | null;
  /** The close reason in the file's own words. */
  readonly closeNote: string | null;
  /** Why it goes on, or was won, past criteria without proof; in the file's own words. */
  readonly turnNote: string | null;
  readonly amount: Money | null;
  readonly openedOn: Occurred | null;
  readonly stageEnteredOn: Occurred | null;
  readonly stageDates: readonly { readonly stageKey: string; readonly on: Occurred }[];
  readonly closedOn: Occurred | null;
  readonly expectedClose: Day | null;
  readonly attributes: Attributes;
};

export type ImportValues = CompanyValues | PersonValues | ProductValues | DealValues;
