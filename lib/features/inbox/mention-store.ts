import "server-only";
import { mentionedIn } from "@/lib/domain/mentions/mentions";
import { distinctNames } from "@/lib/domain/mentions/names";
import type { Ctx } from "@/lib/platform/context";
import { withEyesOf } from "@/lib/platform/db/eyes";
import type { Tx } from "@/lib/platform/db/tenant";

type Person = { id: string; name: string };

/** Active members by the names by which each is meant alone, with their access role. */
export async function membersByName(tx: Tx, orgId: string) {
  return (await everybody(tx, orgId)).filter(({ status }) => status === "active");
}

// Who left counts, so that a text which mentions them never comes to mean a colleague of that name.
async function everybody(tx: Tx, orgId: string) {
  const rows = await tx.membership.findMany({
    where: { orgId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, status: true, role: true },
    take: 5_000,
  });
  return distinctNames(rows);
}

/** People who can be mentioned: active members, by name. */
export const mentionable = async (tx: Tx, orgId: string): Promise<Person[]> =>
  (await membersByName(tx, orgId)).map(({ id, name }) => ({ id, name }));

/**
 * Every name that may stand after an @ in a text to be kept: also of who left, and also the bare name of somebody active when
 * nobody else who is active has it.
 */
export async function knownNames(tx: Tx, orgId: string): Promise<Person[]> {
  const all = await everybody(tx, orgId);
  const bare = await tx.membership.findMany({
    where: { orgId, status: "active" },
    select: { id: true, name: true },
  });
  const own = new Set(all.map(({ name }) => name));
  return [...all, ...bare.filter(({ name }) => !own.has(name))];
}

/** Today's names of everybody whom these kept texts mention, each as they are meant alone. */
export async function namesIn(
  tx: Tx,
  orgId: string,
  texts: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(texts.flatMap(mentionedIn))];
  if (ids.length === 0) return new Map();
  const rows = await everybody(tx, orgId);
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
