import "server-only";
import { z } from "zod";
import { PERMISSIONS, reach } from "@/lib/domain/policy/permissions";
import { query } from "@/lib/platform/verb";
import { countBeginnings, findOrganization, listRates } from "./store";
import { BEGINNINGS, type Checklist, type MeView, type SettingsView } from "./view";

const Nothing = z.strictObject({});

/** Who is calling, where, and what they may do here. */
export const organizationMe = query({
  name: "organization.me",
  input: Nothing,
  can: "organization.read",
  async run({ ctx }): Promise<MeView> {
    const { slug, name, timeZone, currency, languages, isDemo, isExample } = ctx.org;
    const { id, userId, name: memberName, role, locale, sees } = ctx.member;
    return {
      org: { slug, name, timeZone, currency, languages, isDemo, isExample },
      member: { id, userId, name: memberName, role, locale, sees },
      permissions: PERMISSIONS.filter((permission) => reach(role, permission)),
    };
  },
});

/** The settings of the organisation and its currency rates. */
export const organizationSettings = query({
  name: "organization.settings",
  input: Nothing,
  can: "organization.read",
  async run({ tx, ctx }): Promise<SettingsView> {
    const { slug, version, values } = await findOrganization(tx, ctx.org.id);
    const { rates, more } = await listRates(tx, ctx.org.id);
    const mayEdit = reach(ctx.member.role, "organization.edit") !== null;
    return {
      organization: { ...values, slug, version, mayEdit },
      rates,
      moreRates: more,
      today: ctx.today,
    };
  },
});

/** What a new organisation begins with, and how much of it is done. */
export const organizationChecklist = query({
  name: "organization.checklist",
  input: Nothing,
  can: "organization.edit",
  async run({ tx, ctx }): Promise<Checklist> {
    const { dealId, ...done } = await countBeginnings(tx, ctx.org.id);
    const items = BEGINNINGS.map((key) => ({ key, done: done[key] }));
    return { items, dealId, isExample: ctx.org.isExample };
  },
});
