import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "./seeing-all";
import type { Tx } from "./tenant";

type Settings = { sees: string; owners: string; member: string; role: string; department: string };

/**
 * Does `work` seeing exactly what another active member sees, for what is told or written to them: their sight is the
 * database's own, so it can never differ from what they would be shown. Null when there is no such member. The caller's
 * own sight is put back; what `work` throws must undo the transaction.
 */
export async function withEyesOf<T>(
  tx: Tx,
  ctx: Pick<Ctx, "org" | "member">,
  memberId: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const [own] = await tx.$queryRaw<Settings[]>`
    select coalesce(current_setting('app.sees', true), '') as sees, coalesce(current_setting('app.seen_owners', true), '') as owners,
      coalesce(current_setting('app.member_id', true), '') as member, coalesce(current_setting('app.member_role_id', true), '') as role,
      coalesce(current_setting('app.member_department_id', true), '') as department`;
  // Whose deals they see follows from rows that the caller may not see.
  const [theirs] = await seeingAll(
    tx,
    ctx,
    () => tx.$queryRaw<Settings[]>`
      select case when x.sees = 'all' then 'all' else 'some' end as sees, m.id::text as member,
        coalesce(m.commercial_role_id::text, '') as role, coalesce(m.department_id::text, '') as department,
        case when x.sees = 'all' then '{}' else app.owners_of(m.org_id, m.id, x.sees, m.team_id)::text end as owners
      from membership m join organization o on o.id = m.org_id
      cross join lateral (select app.reach_of(o.visibility, m.role, m.commercial_role_id, m.team_id) as sees) x
      where m.org_id = ${ctx.org.id}::uuid and m.id = ${memberId}::uuid and m.status = 'active'`,
  );
  if (!own || !theirs) return null;
  await look(tx, theirs);
  const value = await work();
  await look(tx, own);
  return value;
}

const look = (tx: Tx, { sees, owners, member, role, department }: Settings): Promise<unknown> =>
  tx.$queryRaw`
    select set_config('app.sees', ${sees}, true), set_config('app.seen_owners', ${owners}, true),
      set_config('app.member_id', ${member}, true), set_config('app.member_role_id', ${role}, true),
      set_config('app.member_department_id', ${department}, true)`;
