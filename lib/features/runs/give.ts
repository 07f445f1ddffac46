import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { recordTogether } from "./record-together";

/** A change of owner as it was recorded: the deals that have seen nothing since can be given back by it. */
export type Given = {
  readonly from: string;
  /** Null: whoever it was. */
  readonly to: string | null;
  readonly at: Date;
};

/** Gives all open deals of one member to another, seen or not, as one edit each. Gives how many. */
export const giveDeals = (tx: Tx, ctx: Ctx, from: string, to: string): Promise<number> =>
  changeOwner(tx, ctx, to, sql`r.owner_id = ${from}::uuid and r.status = 'open' and r.deleted_at is null`);

/** Gives deals back that were given, as far as nothing happened on them since. Gives how many. */
export const giveBack = (tx: Tx, ctx: Ctx, { from, to, at }: Given): Promise<number> =>
  changeOwner(
    tx,
    ctx,
    from,
    sql`(${to}::uuid is null or r.owner_id = ${to}::uuid)
      and (r.id, r.seq) in (select f.run_id, f.seq from field_change f where f.org_id = r.org_id and f.field = 'owner'
        and f.recorded_at = ${at} and f."from" = to_jsonb(${from}::text))`,
  );

async function changeOwner(tx: Tx, ctx: Ctx, to: string, which: Sql): Promise<number> {
  const given = await seeingAll(tx, ctx, () =>
    recordTogether(tx, ctx, which, ({ state: { fields } }) =>
      fields.owner === to ? [] : [{ type: "field.changed", field: "owner", from: fields.owner ?? null, to }],
    ),
  );
  return given.length;
}
