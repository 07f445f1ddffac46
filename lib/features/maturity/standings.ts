import "server-only";
import { maturityOf } from "@/lib/domain/maturity/maturity";
import { organizationLevel } from "@/lib/domain/maturity/organization";
import type { Ctx } from "@/lib/platform/context";
import type { Judged } from "./facts";
import type { RoleRow } from "./store";
import type { OrganizationMaturity, RoleLevel, Standing } from "./view";

/** A process as the ladder shows it. */
export function standingOf({ process, facts }: Judged, roles: readonly RoleRow[]): Standing {
  const { level, missingForNext, lapses } = maturityOf(facts);
  return {
    processId: process.id,
    name: process.name,
    role: roles.find(({ id }) => id === process.roleId)?.name ?? null,
    level,
    missing: missingForNext.map(({ gate }) => gate),
    lapses,
  };
}

/** The organisation: every role at the level of its weakest published process, weighed by its active people. */
export function organizationOf(
  ctx: Ctx,
  judged: readonly Judged[],
  roles: readonly RoleRow[],
): OrganizationMaturity {
  const processes = judged.map((each) => standingOf(each, roles));
  const published = new Map(judged.map(({ process }) => [process.id, process]));
  const levels = roles.map(({ id, name, reps }): RoleLevel => {
    const own = processes
      .filter(({ processId }) => published.get(processId)?.roleId === id)
      .filter(({ processId }) => published.get(processId)?.versionId !== null)
      .sort((a, b) => a.level - b.level);
    return { id, name, reps, level: own[0]?.level ?? 1, processId: own[0]?.processId ?? null };
  });
  const { level, reps, laggards } = organizationLevel(levels);
  return {
    at: ctx.now.toISOString(),
    today: ctx.today,
    timeZone: ctx.org.timeZone,
    level,
    reps,
    laggards: laggards.flatMap(({ id }) => levels.find((each) => each.id === id) ?? []),
    roles: levels,
    processes,
  };
}
