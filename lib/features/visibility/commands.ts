import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { lastChange } from "@/lib/platform/last-change";
import { command } from "@/lib/platform/verb";
import { SetVisibility } from "./input";
import { findRules, saveRules } from "./store";
import type { StaleVisibility } from "./view";

/**
 * Sets whose deals people see, from their next request on. Refused (not-found) for a team or role that is not here, and
 * (stale) when someone saved the settings since.
 */
export const setVisibility = command({
  name: "visibility.set",
  input: SetVisibility,
  can: "organization.edit",
  async run({ tx, ctx, input: { version, rules } }) {
    const now = await findRules(tx, ctx.org.id);
    const known = new Set([...now.teams, ...now.commercialRoles].map(({ id }) => id));
    if ([...rules.teams, ...rules.commercialRoles].some(({ id }) => !known.has(id)))
      return refuse("not-found");
    if (await saveRules(tx, ctx.org.id, version, rules)) return { version: version + 1 };
    const change = await lastChange(tx, ctx.org.id, { verbs: ["visibility.set", "organization.set"] });
    const current: StaleVisibility = { version: now.version, rules: now.rules, by: change?.by ?? null };
    return refuse("stale", { by: change?.by ?? "" }, { current });
  },
});
