import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/verb";
import { MailFilter } from "./input";
import { choiceOf, mailPage } from "./store";
import type { DigestChoice, MailPage } from "./view";

/** When the person asking gets the day by mail. */
export const digestChoice = query({
  name: "digest.choice",
  input: z.strictObject({}),
  can: "organization.read",
  run: async ({ tx, ctx }): Promise<{ digest: DigestChoice }> => ({
    digest: (await choiceOf(tx, ctx.org.id, ctx.member.id)) ?? "off",
  }),
});

/** The mails of an organisation as they are sent, or would be; the latest first, a page at a time. */
export const mailList = query({
  name: "mail.list",
  input: MailFilter,
  can: "organization.edit",
  async run({ tx, ctx, input }): Promise<MailPage> {
    const rows = await mailPage(tx, ctx.org.id, input);
    const mails = rows.slice(0, input.limit);
    const last = rows.length > mails.length ? mails.at(-1) : undefined;
    return { mails, next: last ? { at: last.at, id: last.id } : null, timeZone: ctx.org.timeZone };
  },
});
