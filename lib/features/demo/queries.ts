import "server-only";
import { query } from "@/lib/platform/verb";
import { Nothing } from "./input";
import { countBeginnings } from "./store-example";
import { BEGINNINGS, type Checklist } from "./view";

/** What a new organisation begins with, and how much of it is done. */
export const organizationChecklist = query({
  name: "organization.checklist",
  input: Nothing,
  can: "organization.edit",
  async run({ tx, ctx }): Promise<Checklist> {
    const done = await countBeginnings(tx, ctx.org.id);
    return { items: BEGINNINGS.map((key) => ({ key, done: done[key] })), isExample: ctx.org.isExample };
  },
});
