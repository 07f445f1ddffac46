import { LEVELS, type Level, ORGANIZATION_SHARE } from "./gates";

/** A commercial role: its active people and the level of its weakest process. */
export type RoleStanding = { readonly id: string; readonly reps: number; readonly level: Level };

export type OrganizationStanding = {
  /** Null while nobody active holds a role: there is nothing to weigh. */
  readonly level: Level | null;
  readonly reps: number;
  /** Roles below the next level, largest first: they hold the organisation back. */
  readonly laggards: readonly RoleStanding[];
};

/** The highest level that the roles of at least 80 % of the active people have reached. */
export function organizationLevel(roles: readonly RoleStanding[]): OrganizationStanding {
  const reps = roles.reduce((sum, role) => sum + role.reps, 0);
  if (reps === 0) return { level: null, reps, laggards: [] };
  const share = (level: Level) =>
    roles.filter((role) => role.level >= level).reduce((sum, role) => sum + role.reps, 0) / reps;
  const level = LEVELS.findLast((each) => share(each) >= ORGANIZATION_SHARE - 1e-9) ?? 1;
  const laggards = roles
    .filter((role) => role.reps > 0 && role.level <= level && level < 4)
    .sort((a, b) => a.level - b.level || b.reps - a.reps);
  return { level, reps, laggards };
}
