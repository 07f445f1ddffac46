import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { LocalText } from "@/lib/domain/shared/text";
import { wonStays } from "@/lib/features/runs/pace";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { paceOf } from "./pace";
import { companyNamed, dealProcesses, ownersOf, rolesOf, teamsOf, versionsOf } from "./processes-store";
import type { BoardShell } from "./view";
import { viewsOf } from "./views-store";

type Filter = {
  processId: string | null;
  ownerId: string | null;
  teamId: string | null;
  roleId: string | null;
  companyId: string | null;
};

/** The frame of a process's board; null when the organisation has no process yet, or not this one. */
export async function boardShell(tx: Tx, ctx: Ctx, filter: Filter): Promise<BoardShell | null> {
  const processes = await dealProcesses(tx, ctx.org.id);
  const process = filter.processId ? processes.find(({ id }) => id === filter.processId) : processes[0];
  if (!process) return null;
  const versions = await versionsOf(tx, ctx.org.id, process.id);
  const stays = await wonStays(tx, ctx.org.id, process.id, ctx.today);
  const owners = await ownersOf(tx, ctx.org.id);
  const current = versions.find(({ status }) => status === "published") ?? versions[0];
  return {
    process: { id: process.id, name: process.name },
    processes: processes.map(({ id, name }) => ({ id, name })),
    owners,
    teams: await teamsOf(tx, ctx.org.id),
    roles: await rolesOf(tx, ctx.org.id),
    views: await viewsOf(tx, ctx),
    company: filter.companyId ? await companyNamed(tx, ctx.org.id, filter.companyId) : null,
    filter: { ownerId: filter.ownerId, teamId: filter.teamId, roleId: filter.roleId },
    stages: boardStages(
      versions.map(({ compiled }) => compiled),
      current?.compiled,
    ).map(({ stage, isCurrent }) => ({
      key: stage.key,
      name: stage.name,
      pace: paceOf(stays.get(stage.key), stage.plannedDays),
      criteria: stage.criteria.map(({ key, text }) => ({ key, text })),
      current: isCurrent,
    })),
    steps: stepNames(versions.map(({ compiled }) => compiled)),
    mayCreate: reach(ctx.member.role, "deal.create") !== null && current?.status === "published",
    memberId: ctx.member.id,
    mayEdit: reach(ctx.member.role, "deal.edit") ?? "none",
    today: ctx.today,
    currency: ctx.org.currency,
  };
}

/** The current version's stages in order, then stages that only older versions know: deals may still stand there. */
function boardStages(versions: CompiledVersion[], current: CompiledVersion | undefined) {
  const stages = (current?.stages ?? []).map((stage) => ({ stage, isCurrent: true }));
  const known = new Set(stages.map(({ stage }) => stage.key));
  for (const stage of versions.flatMap((version) => version.stages)) {
    if (known.has(stage.key)) continue;
    known.add(stage.key);
    stages.push({ stage, isCurrent: false });
  }
  return stages;
}

/** Names by step key, the newest version's wording first. */
function stepNames(versions: CompiledVersion[]): Record<string, LocalText> {
  const names: Record<string, LocalText> = {};
  for (const { key, name } of versions.flatMap((version) => version.steps)) names[key] ??= name;
  return names;
}
