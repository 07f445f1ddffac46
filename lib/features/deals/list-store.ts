import "server-only";
import type { z } from "zod";
import { type CompiledVersion, stageOf, stepOf } from "@/lib/domain/process/compile";
import type { Outcome } from "@/lib/domain/run/events";
import type { LocalText } from "@/lib/domain/shared/text";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { type DealIds, type FileColumns, type ListFilter, type Sort, sortOf } from "./list-input";
import { attributesStatement, countStatement, idsStatement, pageStatement, whereOf } from "./list-sql";
import type { DealIdList, DealList } from "./view";

type Row = {
  id: string;
  title: string;
  company: string | null;
  owner: string;
  process: LocalText;
  process_id: string;
  version_id: string;
  stage_key: string | null;
  status: "open" | "closed";
  outcome: Outcome | null;
  amount_minor: bigint | null;
  currency: string;
  opened_on: Date | null;
  closed_on: Date | null;
  entered_on: Date | null;
  next_step_key: string | null;
  next_due_on: Date | null;
  last_event_at: Date;
  expected_close: Date | null;
  version: number;
  sort_key: string;
};

/** Where a row stands in the order, as text; a moment as the rest of the product writes it. */
const placeOf = (row: Row, sort: Sort): string =>
  sortOf(sort).key === "changed" ? row.last_event_at.toISOString() : row.sort_key;

/** Every deal of a filter by its id and version, in its order, and how many there are beyond `most`, too. */
export async function dealIds(tx: Tx, ctx: Ctx, filter: z.output<typeof DealIds>): Promise<DealIdList> {
  const where = whereOf(ctx);
  const deals = await tx.$queryRaw<{ id: string; version: number }[]>(idsStatement(filter, where));
  if (deals.length < filter.most) return { deals, total: deals.length };
  const [count] = await tx.$queryRaw<{ n: number }[]>(countStatement(filter, where));
  return { deals, total: count?.n ?? deals.length };
}

/** More columns than a spreadsheet is read with. */
const MOST_ATTRIBUTES = 200;

/** What other files brought along of the deals of a filter, by name. */
export async function attributesOf(
  tx: Tx,
  ctx: Ctx,
  filter: z.output<typeof FileColumns>,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(
    attributesStatement(filter, whereOf(ctx), MOST_ATTRIBUTES),
  );
  return rows.map(({ name }) => name);
}

/** A page of deals in the order asked for; `next` continues after the last row. `total` counts the whole filter. */
export async function listDeals(tx: Tx, ctx: Ctx, filter: z.output<typeof ListFilter>): Promise<DealList> {
  const orgId = ctx.org.id;
  const where = whereOf(ctx);
  const { limit } = filter;
  const rows = await tx.$queryRaw<Row[]>(pageStatement(filter, where));
  const [count] = await tx.$queryRaw<{ n: number }[]>(countStatement(filter, where));
  const versions = await compiledVersions(
    tx,
    orgId,
    rows.map((row) => row.version_id),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => {
      const version = versions.get(row.version_id);
      return {
        id: row.id,
        title: row.title,
        company: row.company,
        owner: row.owner,
        process: row.process,
        processId: row.process_id,
        versionId: row.version_id,
        stageKey: row.stage_key,
        stage: (version && row.stage_key && stageOf(version, row.stage_key)?.name) || null,
        status: row.status,
        outcome: row.outcome,
        amount:
          row.amount_minor === null ? null : { minor: Number(row.amount_minor), currency: row.currency },
        openedOn: toDay(row.opened_on),
        closedOn: toDay(row.closed_on),
        expectedClose: toDay(row.expected_close),
        entered: toDay(row.entered_on),
        nextStep: (version && row.next_step_key && stepOf(version, row.next_step_key)?.name) || null,
        nextDue: toDay(row.next_due_on),
        lastEventAt: row.last_event_at.toISOString(),
        version: row.version,
      };
    }),
    routes: routesOf(page, versions),
    total: count?.n ?? 0,
    next: rows.length > limit && last ? { at: placeOf(last, filter.sort), id: last.id } : null,
  };
}

/** The routes that the open deals of a page are on, each once. */
function routesOf(page: readonly Row[], versions: ReadonlyMap<string, CompiledVersion>): DealList["routes"] {
  const followed = new Set(page.filter(({ status }) => status === "open").map((row) => row.version_id));
  return Object.fromEntries(
    [...versions]
      .filter(([id]) => followed.has(id))
      .map(([id, { stages }]) => [id, stages.map(({ key, name }) => ({ key, name }))]),
  );
}
