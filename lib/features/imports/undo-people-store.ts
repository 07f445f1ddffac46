import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/**
 * Removes people of `wanted` that still have the version they were made with, and with `named` also those that this
 * import made by name. Who owns or takes part in a deal stays, and so does every manager above somebody who stays.
 * Gives the ids removed.
 */
export async function removePeople(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  wanted: readonly { readonly entityId: string; readonly version: number }[],
  { named }: { readonly named: boolean },
): Promise<Set<string>> {
  const org = ctx.org.id;
  const ids = wanted.map(({ entityId }) => entityId);
  const versions = wanted.map(({ version }) => version);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive made (id) as (
      select m.id from membership m
        join unnest(${ids}::uuid[], ${versions}::int[]) w (id, version) on w.id = m.id and w.version = m.version
        where m.org_id = ${org}::uuid
      union
      select m.id from membership m
        where ${named} and m.org_id = ${org}::uuid and m.import_id = ${importId}::uuid and m.fingerprint is null and m.version = 1
    ), free (id) as (
      select m.id from membership m join made on made.id = m.id
      where m.org_id = ${org}::uuid and m.status = 'placeholder' and m.user_id is null
        and not exists (select from run r where r.org_id = m.org_id and r.owner_id = m.id and r.deleted_at is null)
        and not exists (select from participant t join run r on r.org_id = t.org_id and r.id = t.run_id
          where t.org_id = m.org_id and t.membership_id = m.id and r.deleted_at is null)
    ), above (id) as (
      select m.manager_id from membership m
        where m.org_id = ${org}::uuid and m.status <> 'removed' and m.manager_id is not null
          and not exists (select from free where free.id = m.id)
      union
      select m.manager_id from above join membership m on m.id = above.id
        where m.org_id = ${org}::uuid and m.manager_id is not null
    )
    update membership m set status = 'removed', removed_at = ${ctx.now}, manager_id = null, version = m.version + 1
    from free where m.org_id = ${org}::uuid and m.id = free.id
      and not exists (select from above where above.id = m.id)
    returning m.id`;
  return new Set(rows.map(({ id }) => id));
}
