import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { lastChange } from "@/lib/platform/last-change";
import { command } from "@/lib/platform/verb";
import { RemoveRate, SetOrganization, SetRate } from "./input";
import { deleteRate, findOrganization, saveOrganization, saveRate } from "./store";
import type { StaleOrganization } from "./view";

/** Saves the organisation's settings as a whole. Refused when someone else saved since: gives what stands and who did it. */
export const setOrganization = command({
  name: "organization.set",
  input: SetOrganization,
  can: "organization.edit",
  async run({ tx, ctx, input }) {
    const { version, ...form } = input;
    const values = { ...form, workingDays: [...new Set(form.workingDays)].sort((a, b) => a - b) };
    if (await saveOrganization(tx, ctx.org.id, version, values)) return { version: version + 1 };
    const now = await findOrganization(tx, ctx.org.id);
    const change = await lastChange(tx, ctx.org.id, { verbs: ["organization.set"] });
    const current: StaleOrganization = { version: now.version, values: now.values, change };
    return refuse("stale", { by: change?.by ?? "" }, { current });
  },
});

/** Sets what one unit of `base` costs in `quote` from a day on, replacing that day's rate. */
export const setRate = command({
  name: "organization.set-rate",
  input: SetRate,
  can: "organization.edit",
  async run({ tx, ctx, input }) {
    if (input.day > ctx.today) return refuse("day-in-future", undefined, { field: "day" });
    await saveRate(tx, ctx.org.id, input, input.rate);
    return { base: input.base, quote: input.quote, day: input.day };
  },
});

/** Takes a rate away. */
export const removeRate = command({
  name: "organization.remove-rate",
  input: RemoveRate,
  can: "organization.edit",
  async run({ tx, ctx, input }) {
    if (!(await deleteRate(tx, ctx.org.id, input))) return refuse("not-found");
    return { base: input.base, quote: input.quote, day: input.day };
  },
});
