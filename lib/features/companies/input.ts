import { z } from "zod";
import { CHOSEN_FIELDS } from "@/lib/domain/companies/merge";
import { PERSON_FIELDS } from "@/lib/domain/companies/merge-people";
import { RELATIONSHIP_LEVELS } from "@/lib/domain/relationship/levels";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";

const Id = z.uuid();
const text = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .refine(storable, NOT_STORABLE)
    .nullable()
    .transform((value) => value || null);

const company = {
  name: z.string().trim().min(1).max(200).refine(storable, NOT_STORABLE),
  sector: text(100),
  country: text(100),
  employees: z.int().min(0).max(10_000_000).nullable(),
};
export const CreateCompany = z.strictObject({
  id: Id,
  name: company.name,
  sector: company.sector.default(null),
  country: company.country.default(null),
  employees: company.employees.default(null),
});
export const EditCompany = z.strictObject({
  id: Id,
  version: z.int().positive(),
  fields: z.strictObject(company).partial(),
});

const contact = {
  name: z.string().trim().min(1).max(200).refine(storable, NOT_STORABLE),
  email: z
    .union([z.literal(""), z.email().max(320)])
    .nullable()
    .transform((value) => value || null),
  phone: text(50),
  jobTitle: text(100),
};
export const CreateContact = z.strictObject({
  id: Id,
  companyId: Id.nullable().default(null),
  name: contact.name,
  email: contact.email.default(null),
  phone: contact.phone.default(null),
  jobTitle: contact.jobTitle.default(null),
});
export const EditContact = z.strictObject({
  id: Id,
  version: z.int().positive(),
  /** Another company is where they work now; their deals stay with the company those are of. */
  fields: z.strictObject({ ...contact, companyId: Id.nullable() }).partial(),
});

export const ThrowAway = z.strictObject({ id: Id, version: z.int().positive() });
export const TrashRef = z.strictObject({ id: Id });

export const CompanyFilter = z.strictObject({
  q: z.string().trim().max(100).default(""),
  after: z
    .strictObject({ name: z.string().max(300), id: Id })
    .nullable()
    .default(null),
  limit: z.int().min(1).max(200).default(50),
});
export const MergeCompanies = z.strictObject({
  /** The company that becomes part of `into`. */
  id: Id,
  version: z.int().positive(),
  into: Id,
  intoVersion: z.int().positive(),
  mergeId: Id,
  /** Fields that stay as the first one has them. */
  take: z.array(z.enum(CHOSEN_FIELDS)).max(CHOSEN_FIELDS.length).default([]),
});
export const MergeContacts = z.strictObject({
  /** The person who becomes part of `into`. */
  id: Id,
  version: z.int().positive(),
  into: Id,
  intoVersion: z.int().positive(),
  mergeId: Id,
  /** What stays as the first one has it. */
  take: z.array(z.enum(PERSON_FIELDS)).max(PERSON_FIELDS.length).default([]),
});
export const ContactPair = z.strictObject({ id: Id, otherId: Id });
export const CompanyPair = z.strictObject({ id: Id, otherId: Id });
export const NoInput = z.strictObject({});
export const SimilarContactTo = z.strictObject({
  name: z.string().trim().max(200),
  email: z.string().trim().max(320).default(""),
  companyId: Id.nullable().default(null),
  not: Id.nullable().default(null),
});
export const JudgeRelationship = z.strictObject({
  id: Id,
  companyId: Id,
  level: z.enum(RELATIONSHIP_LEVELS),
  /** The day since when it shows. */
  on: z.iso.date(),
  /** What shows it: in words, by an activity on one of the company's deals, or both. */
  note: z.string().trim().max(1000).refine(storable, NOT_STORABLE).default(""),
  activityId: Id.nullable().default(null),
});
export const TimelinePage = z.strictObject({
  of: z.enum(["company", "contact"]),
  id: Id,
  /** The last one already shown. */
  after: z.strictObject({ on: z.iso.date(), at: z.iso.datetime(), id: Id }).nullable().default(null),
  limit: z.int().min(1).max(100).default(20),
});
export const CompanyRef = z.strictObject({ id: Id });
export const SimilarTo = z.strictObject({ name: z.string().max(200), not: Id.nullable().default(null) });

export type CreateCompany = z.input<typeof CreateCompany>;
export type EditCompany = z.input<typeof EditCompany>;
export type CreateContact = z.input<typeof CreateContact>;
export type EditContact = z.input<typeof EditContact>;
export type CompanyFilter = z.input<typeof CompanyFilter>;
export type MergeCompanies = z.input<typeof MergeCompanies>;
export type MergeContacts = z.input<typeof MergeContacts>;
export type ContactPair = z.input<typeof ContactPair>;
export type CompanyPair = z.input<typeof CompanyPair>;
export type SimilarContactTo = z.input<typeof SimilarContactTo>;
export type JudgeRelationship = z.input<typeof JudgeRelationship>;
export type TimelinePage = z.input<typeof TimelinePage>;
export type CompanyRef = z.input<typeof CompanyRef>;
export type SimilarTo = z.input<typeof SimilarTo>;
export type ThrowAway = z.input<typeof ThrowAway>;
export type TrashRef = z.input<typeof TrashRef>;
