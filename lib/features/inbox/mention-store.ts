import "server-only";
import { mentionedIn } from "@/lib/domain/mentions/mentions";
import type { Ctx } from "@/lib/platform/context";
import { withEyesOf } from "@/lib/platform/db/eyes";
import type { Tx } from "@/lib/platform/db/tenant";

type Person = { id: string; name: string };

/** People who can be mentioned: active members, by name. */
export const mentionable = (tx: Tx, orgId: string): Promise<Person[]> =>
  tx.membership.findMany({
    where: { orgId, status: "active" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: 2_000,
  });

/** Today's names of everybody whom these kept texts mention. */
export async function namesIn(
  tx: Tx,
  orgId: string,
  texts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(texts.flatMap(mentionedIn))];
  if (ids.length === 0) return new Map();
  const rows = await tx.membership.findMany({
    where: { orgId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Which of these members see a deal, asked of the database with the eyes of each, so that it can never differ from what
 * they would be shown.
 */
export async function whoSees(tx: Tx, ctx: Ctx, runId: string, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const seen = await withEyesOf(tx, ctx, id, () =>
      tx.run.findFirst({ where: { orgId: ctx.org.id, id: runId }, select: { id: true } }),
    );
    if (seen) found.push(id);
  }
  return found;
}
