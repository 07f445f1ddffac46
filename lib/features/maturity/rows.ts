import "server-only";
import type { GateId } from "@/lib/domain/maturity/gates";
import { SHARES } from "@/lib/domain/maturity/gates";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { findPractice } from "./practice";
import { findReviews, type ProcessRow } from "./store";
import { sinceOf } from "./store-counts";
import { closedRows, deviationRows, exitRows, openedRows, peopleRows, versionRows } from "./store-rows";
import type { GateRow, GateRows } from "./view";

const SHOWN = 200;

const row = (
  kind: GateRow["kind"],
  id: string,
  name: GateRow["name"],
  counts: boolean,
  more: Partial<Pick<GateRow, "day" | "share">> = {},
): GateRow => ({ kind, id, name, counts, day: null, share: null, ...more });

/** What a version's design holds: the steps for `complete`, the stages for `defined`. */
function designRows({ compiled }: ProcessRow, gate: GateId): GateRow[] {
  if (gate === "defined") {
    return (compiled?.stages ?? []).map(({ key, name, stepKeys }) =>
      row("stage", key, name, stepKeys.length > 0),
    );
  }
  const steps = (compiled?.steps ?? []).filter((step) => step.required);
  const stages = compiled?.stages ?? [];
  return [
    ...steps.map(({ key, name, owner, window }) => row("step", key, name, owner !== null && window !== null)),
    ...stages.map(({ key, name, criteria }) =>
      row(
        "stage",
        key,
        name,
        criteria.some(({ evidence }) => evidence === "buyer-confirmed"),
      ),
    ),
  ];
}

async function practiceRows(tx: Tx, ctx: Ctx, processId: string, gate: GateId): Promise<GateRow[]> {
  const practice = await findPractice(tx, ctx, processId);
  if (gate === "followed") {
    return practice.flatMap(({ id, title, closedOn, fit }) =>
      fit === null ? [] : [row("deal", id, title, fit >= SHARES.followed[3], { day: closedOn, share: fit })],
    );
  }
  const since = sinceOf("feedback", ctx.today);
  return practice
    .filter(({ closedOn }) => closedOn === null || closedOn >= since)
    .flatMap(({ id, title, closedOn, feedback: { k, n } }) =>
      Array.from({ length: n }, (_, index) => row("deal", id, title, index < k, { day: closedOn })),
    );
}

async function gateRows(tx: Tx, ctx: Ctx, process: ProcessRow, gate: GateId): Promise<GateRow[]> {
  switch (gate) {
    case "defined":
    case "complete":
      return designRows(process, gate);
    case "on-process":
      return (await openedRows(tx, ctx, process)).map((each) =>
        row("deal", each.id, each.name, each.counts, each),
      );
    case "in-use":
      return (await peopleRows(tx, ctx, process)).map((each) =>
        row("member", each.id, each.name, each.counts, each),
      );
    case "followed":
    case "feedback":
      return practiceRows(tx, ctx, process.id, gate);
    case "explained":
      return (await deviationRows(tx, ctx, process.id)).map((each) =>
        row("deal", each.id, each.name, each.counts, each),
      );
    case "evidenced":
      return (await exitRows(tx, ctx, process.id)).map((each) =>
        row("deal", each.id, each.name, each.counts, each),
      );
    case "measurable":
      return (await closedRows(tx, ctx, process.id)).map((each) =>
        row("deal", each.id, each.name, each.counts, each),
      );
    case "reviewed":
    case "checked":
      return (await findReviews(tx, ctx, process.id)).map(({ id, note, day, conclusion }) =>
        row(
          "review",
          id,
          note || conclusion,
          gate === "reviewed" || day >= (process.lastVersionOn ?? "9999"),
          { day },
        ),
      );
    case "refined":
      return (await versionRows(tx, ctx, process.id)).map((each) =>
        row("version", each.id, each.name, each.counts, each),
      );
    default:
      // Nothing records these yet, so there is nothing to open.
      return [];
  }
}

/** The rows behind a gate, what does not count first. */
export async function rowsBehind(tx: Tx, ctx: Ctx, process: ProcessRow, gate: GateId): Promise<GateRows> {
  const rows = await gateRows(tx, ctx, process, gate);
  const shown = [...rows].sort((a, b) => Number(a.counts) - Number(b.counts)).slice(0, SHOWN);
  return { gate, total: rows.length, counting: rows.filter(({ counts }) => counts).length, rows: shown };
}
