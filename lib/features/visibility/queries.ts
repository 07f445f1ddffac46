import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/verb";
import { SeenUnder } from "./input";
import { findRules, seenBy } from "./store";
import type { SeenPreview, VisibilityView } from "./view";

/** The rules of whose deals people see, what they may name, and what they come to for each member. */
export const visibilityRead = query({
  name: "visibility.read",
  input: z.strictObject({}),
  can: "organization.edit",
  async run({ tx, ctx }): Promise<VisibilityView> {
    const found = await findRules(tx, ctx.org.id);
    return { ...found, preview: await seenBy(tx, ctx.org.id, found.rules) };
  },
});

/** What rules that are not saved yet would come to for each member. */
export const visibilitySeen = query({
  name: "visibility.seen",
  input: SeenUnder,
  can: "organization.edit",
  async run({ tx, ctx, input }): Promise<SeenPreview> {
    const rules = input.rules ?? (await findRules(tx, ctx.org.id)).rules;
    return seenBy(tx, ctx.org.id, rules);
  },
});
