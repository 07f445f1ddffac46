import "server-only";
import { isFor } from "@/lib/domain/guidance/step-for";
import { stepOf } from "@/lib/domain/process/compile";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { compiledVersions } from "./versions";

/** The commercial roles and departments that active members have, by id. */
export async function heldGroups(tx: Tx, orgId: string) {
  const rows = await tx.$queryRaw<{ role: string | null; department: string | null }[]>`
    select distinct commercial_role_id as role, department_id as department
    from membership where org_id = ${orgId}::uuid and status = 'active'`;
  const set = (ids: (string | null)[]) => new Set(ids.filter((id): id is string => id !== null));
  return {
    roles: set(rows.map(({ role }) => role)),
    departments: set(rows.map(({ department }) => department)),
  };
}

/**
 * Who may work a step of a run: the person who asks, when the step is for them, else the run's owner. Null when there is
 * no such run. For verbs on steps that reach only as far as one's own.
 */
export async function workerOf(
  tx: Tx,
  ctx: Ctx,
  runId: string,
  stepKey: string,
): Promise<{ ownerId: string } | null> {
  const orgId = ctx.org.id;
  const [run] = await tx.$queryRaw<{ ownerId: string; roleId: string | null; versionId: string }[]>`
    select r.owner_id as "ownerId", m.commercial_role_id as "roleId", r.version_id as "versionId"
    from run r join membership m on m.org_id = r.org_id and m.id = r.owner_id
    where r.org_id = ${orgId}::uuid and r.id = ${runId}::uuid and r.kind = 'deal'`;
  if (!run) return null;
  const version = (await compiledVersions(tx, orgId, [run.versionId])).get(run.versionId);
  const step = version && stepOf(version, stepKey);
  if (!step) return { ownerId: run.ownerId };
  const { id, commercialRoleId: roleId, departmentId } = ctx.member;
  const owner = { id: run.ownerId, roleId: run.roleId };
  const mine = isFor(step.owner, owner, { id, roleId, departmentId }, await heldGroups(tx, orgId));
  return { ownerId: mine ? id : run.ownerId };
}
