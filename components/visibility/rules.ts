import type { Sees } from "@/lib/domain/policy/permissions";
import type { Rules } from "@/lib/features/visibility/input";

/** Stands for a group that follows what comes after it. */
export const FOLLOWS = "follows";

/** The rules with one group changed; a group that follows is not named. */
export function withGroup(
  rules: Rules,
  kind: "teams" | "commercialRoles",
  id: string,
  sees: Sees | typeof FOLLOWS,
): Rules {
  const others = rules[kind].filter((group) => group.id !== id);
  const next = sees === FOLLOWS ? others : [...others, { id, sees }];
  return { ...rules, [kind]: next.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
