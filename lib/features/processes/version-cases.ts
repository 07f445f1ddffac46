import "server-only";
import type { VersionCases } from "@/lib/domain/versions/cases";
import type { Hypothesis } from "@/lib/domain/versions/hypothesis";
import { stepsOnTime } from "@/lib/domain/versions/on-time";
import { timedDeals } from "@/lib/features/runs/on-time";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { countAmounts, countStays, countVersionRows, countWentOn } from "./store-version-figures";

/** A version, and the one its promise is held against. */
type Pair = { readonly id: string; readonly against: string | null; readonly hypothesis: Hypothesis | null };

/**
 * What ran on these versions, by version id: their deals, and the stays, steps and amounts of those whose promise needs them or
 * that are `compared` (amounts of `valuedToo` only). As many statements whatever the number of versions.
 */
export async function findCases(
  tx: Tx,
  ctx: Ctx,
  ids: readonly string[],
  promises: readonly Pair[],
  compared: readonly string[],
  valuedToo: readonly string[] = [],
): Promise<(id: string) => VersionCases> {
  const needing = (metric: Hypothesis["metric"]) =>
    promises
      .filter(({ hypothesis, against }) => against !== null && hypothesis?.metric === metric)
      .flatMap(({ id, against }) => [id, against ?? id]);
  const staying = [...new Set([...needing("stage-days"), ...compared])];
  const valued = [...new Set([...needing("deal-value"), ...valuedToo])];
  const timing = [...new Set([...needing("steps-on-time"), ...compared])];
  const rows = ids.length > 0 ? await countVersionRows(tx, ctx, ids) : [];
  const wentOn = ids.length > 0 ? await countWentOn(tx, ctx, ids) : [];
  const stays = staying.length > 0 ? await countStays(tx, ctx, staying) : [];
  const amounts = valued.length > 0 ? await countAmounts(tx, ctx, valued) : [];
  const timed = timing.length > 0 ? await timedDeals(tx, ctx, timing) : [];
  const of = <R extends { versionId: string }>(list: readonly R[], id: string) =>
    list.filter(({ versionId }) => versionId === id);
  return (id) => ({
    rows: of(rows, id),
    wentOn: of(wentOn, id)[0]?.deals ?? 0,
    stays: of(stays, id),
    amounts: of(amounts, id),
    timed: stepsOnTime(of(timed, id).map(({ steps }) => steps)),
  });
}
