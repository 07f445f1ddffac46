import { z } from "zod";
import { SEES } from "@/lib/domain/policy/permissions";

const Reach = z.enum(SEES);
/** How far a group sees; a group that is not named follows what comes after it. */
const Groups = z.array(z.strictObject({ id: z.uuid(), sees: Reach })).max(500);

/** Whose deals people see. The team goes before the commercial role, and that before the access role. */
export const Rules = z.strictObject({
  roles: z.strictObject({ manager: z.enum(["team", "all"]), rep: Reach, viewer: Reach }),
  commercialRoles: Groups,
  teams: Groups,
});
export const SetVisibility = z.strictObject({ version: z.number().int().positive(), rules: Rules });
/** What the rules would come to; without rules, those that stand. */
export const SeenUnder = z.strictObject({ rules: Rules.nullable().default(null) });

export type Rules = z.infer<typeof Rules>;
export type SetVisibility = z.infer<typeof SetVisibility>;
export type SeenUnder = z.input<typeof SeenUnder>;
