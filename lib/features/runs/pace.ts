import "server-only";
import { WON_DEALS, type WonVisitRow, wonVisitDays, wonVisitsSince } from "@/lib/domain/insights/won-visits";
import type { Day } from "@/lib/domain/shared/day";
import type { Tally } from "@/lib/domain/statistics/tally";
import type { Ctx } from "@/lib/platform/context";
import type { Statement } from "@/lib/platform/db/batch";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { wonStaysSql } from "./won-stays-sql";

/** Whose stays are asked for: all stages or one; `last` is how many won deals count. */
type Asked = { stageKey?: string | null; last?: number };

/**
 * Per process and stage key: how many whole days the stays took of the last deals that were won in the two years up to
 * `asOf`. A stay goes on through a change of version; one of unknown start is left out.
 */
export async function wonStaysOf(
  tx: Tx,
  orgId: string,
  processIds: readonly string[],
  asOf: Day,
  asked: Asked = {},
): Promise<ReadonlyMap<string, ReadonlyMap<string, Tally>>> {
  const rows = await tx.$queryRaw<(WonVisitRow & { processId: string })[]>(
    wonStaysStatement(orgId, processIds, asOf, asked),
  );
  return new Map(
    processIds.map((id) => [id, wonVisitDays(rows.filter(({ processId }) => processId === id))]),
  );
}

/** As `wonStaysOf`, of one process. */
export async function wonStays(
  tx: Tx,
  orgId: string,
  processId: string,
  asOf: Day,
  asked: Asked = {},
): Promise<ReadonlyMap<string, Tally>> {
  return (await wonStaysOf(tx, orgId, [processId], asOf, asked)).get(processId) ?? new Map();
}

/** The statement of `wonStaysOf`. */
export const wonStaysStatement = (
  orgId: string,
  processIds: readonly string[],
  asOf: Day,
  { stageKey = null, last = WON_DEALS }: Asked = {},
): Sql =>
  wonStaysSql({
    org: sql`${orgId}::uuid`,
    processes: sql`${[...processIds]}`,
    since: sql`${wonVisitsSince(asOf)}::date`,
    asOf: sql`${asOf}::date`,
    stageKey: sql`${stageKey}::text`,
    last,
  });

/** What a hot read brings along for `keptWonStays`. */
export type KeptParts = {
  /** The stays of a reader who does not see all deals; null of one who does. */
  readonly won: readonly WonVisitRow[] | null;
  /** The latest transaction that closed, reopened, deleted or restored a deal of the organisation. */
  readonly closing: string | null;
};

type Kept = { readonly edge: bigint; readonly stays: ReadonlyMap<string, Tally> };
const KEPT = 200;
const kept = new Map<string, Kept>();

/**
 * As `wonStays`, for a hot read of today. What who sees all deals is told is kept by the process and the day: it stays right
 * until a deal is closed, reopened, deleted or restored, and whoever reads says when that was last. A transaction
 * that was still running when the stays were counted is at their edge or above it, and so counts as later (lib/decisions/0005).
 */
export async function keptWonStays(
  more: <T>(statement: Statement) => Promise<T>,
  ctx: Ctx,
  processId: string,
  { won, closing }: KeptParts,
): Promise<ReadonlyMap<string, Tally>> {
  if (won) return wonVisitDays(won);
  const key = `${ctx.org.id} ${processId} ${ctx.today}`;
  const found = kept.get(key);
  if (found && (closing === null || BigInt(closing) < found.edge)) return found.stays;
  const { edge, rows } = await more<{ edge: string; rows: WonVisitRow[] }>(
    countStatement(processId, ctx.today),
  );
  const stays = wonVisitDays(rows);
  kept.delete(key);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, { edge: BigInt(edge), stays });
  return stays;
}

function countStatement(processId: string, asOf: Day): Statement {
  const { text, values } = sql`
    select json_build_object('edge', pg_snapshot_xmin(pg_current_snapshot())::text, 'rows', coalesce(json_agg(w), '[]'::json))::text
    from (${wonStaysSql({
      org: sql`(select app.org_id())`,
      processes: sql`array[${processId}::uuid]`,
      since: sql`${wonVisitsSince(asOf)}::date`,
      asOf: sql`${asOf}::date`,
      stageKey: sql`null::text`,
      last: WON_DEALS,
    })}) w`;
  return { name: "runs.won-stays", text, values };
}
