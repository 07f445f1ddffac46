import "server-only";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

const TABLE = { company: sql`company`, contact: sql`contact` };
/** Merges that are followed one after the other; more than anybody makes. */
const DEEP = 100;

/**
 * The company, or person, that a new reference should name: the one asked for, or the one it became part of. It is held until the
 * transaction ends: a merge that comes meanwhile waits and then takes the reference along, and one that is under way is waited for.
 * One that is not there is given back as it is, for the foreign key to refuse.
 */
export async function referred(tx: Tx, orgId: string, kind: keyof typeof TABLE, id: string): Promise<string> {
  let at = id;
  for (let step = 0; step < DEEP; step++) {
    const [row] = await tx.$queryRaw<{ into: string | null }[]>`
      select merged_into_id as into from ${TABLE[kind]}
      where org_id = ${orgId}::uuid and id = ${at}::uuid for key share`;
    if (!row?.into) return at;
    at = row.into;
  }
  return at;
}

/** The same for many at once: what each leads to, in few statements. */
export async function referredAll(
  tx: Tx,
  orgId: string,
  kind: keyof typeof TABLE,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; into: string | null }[]>`
    select id, merged_into_id as into from ${TABLE[kind]}
    where org_id = ${orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for key share`;
  const led = new Map<string, string>();
  for (const { id, into } of rows) led.set(id, into ? await referred(tx, orgId, kind, into) : id);
  return led;
}
