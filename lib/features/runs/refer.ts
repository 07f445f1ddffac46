import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { recordTogether } from "./record-together";

const COLUMN: Record<"company" | "contact", Sql> = {
  company: sql`d.company_id`,
  contact: sql`d.contact_id`,
};

/**
 * Lets deals of one company, or of one person, be of another, seen or not, deleted or not, as one edit each. `ids` narrows it to
 * these; those that are of another one by now stay. Gives which.
 */
export function referDeals(
  tx: Tx,
  ctx: Ctx,
  {
    field,
    from,
    to,
    ids = null,
  }: { field: "company" | "contact"; from: string; to: string; ids?: readonly string[] | null },
): Promise<string[]> {
  const which = sql`${COLUMN[field]} = ${from}::uuid
    and (${ids === null} or r.id = any(${[...(ids ?? [])]}::uuid[]))`;
  return seeingAll(tx, ctx, () =>
    recordTogether(tx, ctx, which, ({ state: { fields } }) =>
      fields[field] === from ? [{ type: "field.changed", field, from, to }] : [],
    ),
  );
}
