import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";

const TABLE = { company: sql`company`, contact: sql`contact` };
/** Merges that are followed one after the other; more than anybody makes. */
const DEEP = 100;

type Place = { readonly name: string; readonly into: string | null; readonly gone: boolean };

/** The one that was asked for, or the one it became part of, and what it is; null for one that is not there. */
async function follow(tx: Tx, orgId: string, kind: keyof typeof TABLE, id: string) {
  let at = id;
  for (let step = 0; step < DEEP; step++) {
    const [row] = await tx.$queryRaw<Place[]>`
      select name, merged_into_id as into, deleted_at is not null as gone from ${TABLE[kind]}
      where org_id = ${orgId}::uuid and id = ${at}::uuid for key share`;
    if (!row?.into) return { id: at, place: row ?? null };
    at = row.into;
  }
  return { id: at, place: null };
}

/**
 * The company, or person, that a new reference should name: the one asked for, or the one it became part of. It is held until the
 * transaction ends: a merge that comes meanwhile waits and then takes the reference along, and one that is under way is waited for.
 * One that is not there is given back as it is, for the foreign key to refuse. Refuses company-in-trash and contact-in-trash.
 */
export async function referable(
  tx: Tx,
  orgId: string,
  kind: keyof typeof TABLE,
  id: string,
): Promise<string | Refusal> {
  const { id: found, place } = await follow(tx, orgId, kind, id);
  if (!place?.gone) return found;
  // One that was erased kept nothing to restore.
  return place.name === ""
    ? refuse("not-found", undefined, { field: `${kind}Id` })
    : refuse(`${kind}-in-trash`, { name: place.name }, { field: `${kind}Id` });
}

/** For many at once, in few statements: what each leads to, but for those in the trash. */
export async function referredAll(
  tx: Tx,
  orgId: string,
  kind: keyof typeof TABLE,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; into: string | null; gone: boolean }[]>`
    select id, merged_into_id as into, deleted_at is not null as gone from ${TABLE[kind]}
    where org_id = ${orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for key share`;
  const led = new Map<string, string>();
  for (const { id, into, gone } of rows) {
    const end = into ? await follow(tx, orgId, kind, into) : { id, place: { gone } };
    if (end.place?.gone === false) led.set(id, end.id);
  }
  return led;
}
