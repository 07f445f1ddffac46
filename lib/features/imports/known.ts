import "server-only";
import { mayOwn } from "@/lib/features/runs/may-own";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { Known } from "./assemble";
import { findMembers, findVersions } from "./known-store";

/** What the organisation has that the mapping of an import of this kind may point at. */
export async function findKnown(tx: Tx, ctx: Ctx, kind: string): Promise<Known> {
  const deals = kind === "deals";
  return {
    versions: deals ? await findVersions(tx, ctx) : [],
    members: deals
      ? (await findMembers(tx, ctx)).map(({ id, name, status, role }) => ({
          id,
          name,
          status,
          mayOwn: mayOwn(role),
        }))
      : [],
    timeZone: ctx.org.timeZone,
    currency: ctx.org.currency,
  };
}
