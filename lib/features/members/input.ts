import { z } from "zod";
import { ROLES } from "@/lib/domain/policy/permissions";
import { Email } from "@/lib/platform/email";

const id = z.uuid();
const place = {
  teamId: id.nullable().default(null),
  commercialRoleId: id.nullable().default(null),
};

// Messages are keys of `people.problems`.
export const Invite = z.strictObject({
  id,
  email: Email,
  role: z.enum(ROLES),
  ...place,
  /** A placeholder whose deals the invited person takes over. */
  membershipId: id.nullable().default(null),
});
/** Revokes an invitation and makes a new one (`newId`) for the same address and place, valid for 72 hours again. */
export const RenewInvitation = z.strictObject({ id, newId: id });
export const RevokeInvitation = z.strictObject({ id });

export const SetMember = z.strictObject({
  id,
  version: z.number().int().positive(),
  role: z.enum(ROLES),
  teamId: id.nullable(),
  commercialRoleId: id.nullable(),
  departmentId: id.nullable(),
  managerId: id.nullable(),
});
export const RemoveMember = z.strictObject({
  id,
  /** Who gets the open deals; left out, they stay on the name and are listed as being without an owner. */
  giveTo: id.nullable().default(null),
});
/** Undoing a removal: with whom they reported to and who reported to them, as the removal told. */
export const ReadmitMember = z.strictObject({
  id,
  managerId: id.nullable().default(null),
  reports: z.array(id).max(1_000).default([]),
});
export const GiveDeals = z.strictObject({ id, to: id }).refine(({ id, to }) => id !== to, { path: ["to"] });
/** Undoing that: the moment it was done, as it told. */
export const GiveBackDeals = z.strictObject({ id, to: id, at: z.iso.datetime() });

const name = z.string().trim().min(1, "name").max(80, "long");
/** A name in one or both languages. */
const localName = z
  .strictObject({
    en: z.string().trim().max(80, "long").default(""),
    nl: z.string().trim().max(80, "long").default(""),
  })
  .refine(({ en, nl }) => en !== "" || nl !== "", { path: ["en"], message: "oneName" });

export const NameTeam = z.strictObject({ id, name });
export const NameRole = z.strictObject({ id, name: localName });
export const DeleteGroup = z.strictObject({ id });

export type Invite = z.input<typeof Invite>;
export type RenewInvitation = z.infer<typeof RenewInvitation>;
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;
export type SetMember = z.infer<typeof SetMember>;
export type RemoveMember = z.input<typeof RemoveMember>;
export type ReadmitMember = z.input<typeof ReadmitMember>;
export type GiveDeals = z.input<typeof GiveDeals>;
export type GiveBackDeals = z.input<typeof GiveBackDeals>;
export type NameTeam = z.infer<typeof NameTeam>;
export type NameRole = z.input<typeof NameRole>;
export type DeleteGroup = z.infer<typeof DeleteGroup>;
