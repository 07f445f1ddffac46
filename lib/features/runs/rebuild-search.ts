import "server-only";
import { sql } from "@/lib/platform/db/sql";
import { withTenant } from "@/lib/platform/db/tenant";

const BATCH = 1_000;
const TIMEOUT_MS = 600_000;
/** What can be found, and the table it is in. */
const TABLES = { company: sql`company`, contact: sql`contact`, process: sql`process`, deal: sql`deal` };

/**
 * Makes anew what search finds in an organisation, and which names are alike, a batch at a time, while people work on; then forgets the words that
 * nothing holds any more, which may be names of what was removed for good.
 */
export async function rebuildSearch(orgId: string, now: Date): Promise<void> {
  const caller = { kind: "job", orgId, actorId: orgId, as: "job" } as const;
  for (const kind of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    for (let after: string | undefined = "00000000-0000-0000-0000-000000000000"; after; ) {
      const from: string = after;
      after = await withTenant(
        caller,
        now,
        async (tx) => {
          const rows = await tx.$queryRaw<{ id: string }[]>`
            select x.id from ${TABLES[kind]} x
            where x.org_id = ${orgId}::uuid and x.id > ${from}::uuid order by x.id limit ${BATCH}`;
          const ids = rows.map(({ id }) => id);
          await tx.$executeRaw`select app.search_put(${orgId}::uuid, ${kind}, ${ids}::uuid[])`;
          if (kind === "company" || kind === "contact")
            await tx.$executeRaw`select app.alike_put(${orgId}::uuid, ${kind}, ${ids}::uuid[])`;
          return ids.at(-1);
        },
        { timeoutMs: TIMEOUT_MS },
      );
    }
  }
  await withTenant(
    caller,
    now,
    async (tx) => {
      // Whoever names something meanwhile waits: a word that is seen as known must not be forgotten under it.
      await tx.$executeRaw`lock table search_key in share row exclusive mode`;
      await tx.$executeRaw`
        delete from search_key k where k.org_id = ${orgId}::uuid and not exists (
          select from search_hit h where h.org_id = k.org_id and h.kind = k.kind and h.word = k.word)`;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
