import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** Versions of deals that are still there, by id. */
export async function dealVersions(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.run.findMany({
    where: { orgId: ctx.org.id, id: { in: [...ids] }, deletedAt: null },
    select: { id: true, version: true },
  });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Puts back what imports keep beside a deal's fields. */
export async function restoreDealMarks(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { attributes, fingerprint }: { attributes: unknown; fingerprint: string | null },
): Promise<void> {
  await tx.deal.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: { fingerprint, ...(attributes !== null && { attributes: attributes as object }) },
    select: { id: true },
  });
}

type Table = "company" | "product" | "membership";

/** Puts a record back to its old columns when it still has this version; false when someone edited it since. */
export async function restoreRecord(
  tx: Tx,
  ctx: Ctx,
  table: Table,
  id: string,
  version: number,
  before: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const args = {
    where: { orgId: ctx.org.id, id, version },
    data: { ...before, version: { increment: 1 } } as never,
  };
  const { count } =
    table === "company"
      ? await tx.company.updateMany(args)
      : table === "product"
        ? await tx.product.updateMany(args)
        : await tx.membership.updateMany(args);
  return count === 1;
}

/**
 * Removes records that still have the version they were made with and that nothing refers to. `wanted` null means all
 * that this import made by name. Gives the ids removed.
 */
export async function removeUnused(
  tx: Tx,
  ctx: Ctx,
  table: "company" | "product",
  importId: string,
  wanted: readonly { readonly id: string; readonly version: number }[] | null,
): Promise<Set<string>> {
  const org = ctx.org.id;
  const ids = wanted?.map(({ id }) => id) ?? [];
  const versions = wanted?.map(({ version }) => version) ?? [];
  const all = wanted === null;
  // As whoever throws one away by hand does: a deal that names it at this moment is waited for, and counts.
  if (table === "company")
    await tx.$queryRaw`
      select id from company where org_id = ${org}::uuid and deleted_at is null
        and ((${all} and import_id = ${importId}::uuid) or id = any(${ids}::uuid[])) order by id for update`;
  const rows =
    table === "company"
      ? await tx.$queryRaw<{ id: string }[]>`
          update company c set deleted_at = ${ctx.now}, version = c.version + 1
          where c.org_id = ${org}::uuid and c.deleted_at is null and (
            (${all} and c.import_id = ${importId}::uuid and c.fingerprint is null and c.version = 1)
            or exists (select from unnest(${ids}::uuid[], ${versions}::int[]) w (id, version) where w.id = c.id and w.version = c.version))
          and not exists (select from deal d where d.org_id = c.org_id and d.company_id = c.id and d.deleted_at is null)
          and not exists (select from contact k where k.org_id = c.org_id and k.company_id = c.id and k.deleted_at is null)
          returning c.id`
      : await tx.$queryRaw<{ id: string }[]>`
            update product p set deleted_at = ${ctx.now}, version = p.version + 1
            where p.org_id = ${org}::uuid and p.deleted_at is null and (
              (${all} and p.import_id = ${importId}::uuid and p.fingerprint is null and p.version = 1)
              or exists (select from unnest(${ids}::uuid[], ${versions}::int[]) w (id, version) where w.id = p.id and w.version = p.version))
            and not exists (select from deal d where d.org_id = p.org_id and d.product_id = p.id and d.deleted_at is null)
            returning p.id`;
  return new Set(rows.map(({ id }) => id));
}

/** Deletes teams of these that have no member left. */
export async function removeEmptyTeams(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update membership m set team_id = null
    where m.org_id = ${ctx.org.id}::uuid and m.status = 'removed' and m.team_id = any(${[...ids]}::uuid[])
      and not exists (select from membership o where o.org_id = m.org_id and o.team_id = m.team_id and o.status <> 'removed')`;
  await tx.$executeRaw`
    delete from team t where t.org_id = ${ctx.org.id}::uuid and t.id = any(${[...ids]}::uuid[])
      and not exists (select from membership m where m.org_id = t.org_id and m.team_id = t.id)
      and not exists (select from invitation i where i.org_id = t.org_id and i.team_id = t.id)`;
}

/** Archives a process that the import made, when no deal is left on it: its versions stay for the deleted ones. */
export async function archiveUnusedProcess(tx: Tx, ctx: Ctx, importId: string): Promise<void> {
  await tx.$executeRaw`
    update process p set archived_at = ${ctx.now}, version = p.version + 1
    where p.org_id = ${ctx.org.id}::uuid and p.import_id = ${importId}::uuid and p.archived_at is null
      and not exists (select from run r where r.org_id = p.org_id and r.process_id = p.id and r.deleted_at is null)`;
}
