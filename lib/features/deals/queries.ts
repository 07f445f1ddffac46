import "server-only";
import { z } from "zod";
import { refuse } from "@/lib/domain/shared/result";
import { jsonQuery, query, shapedQuery } from "@/lib/platform/verb";
import { boardShell } from "./board-shell";
import { boardStatement, columnStatement, sinceStatement } from "./board-sql";
import { choices } from "./choices-store";
import { dealsOfFile } from "./file-store";
import {
  BoardFilter,
  ColumnPage,
  DealIds,
  DealRef,
  DealsForFile,
  DealsSince,
  FileColumns,
  LanesFilter,
  ListFilter,
} from "./input";
import { lanesStatement } from "./lanes-sql";
import { attributesOf, dealIds, listDeals } from "./list-store";
import { contactsFor } from "./people-store";
import { shapeDeal } from "./read";
import { dealStatement } from "./read-sql";
import type { BoardCard, BoardChange, BoardData, LanesData } from "./view";

export { dealsSimilar } from "./similar";

/** The frame of the board: stages with their pace, filters, names. Without a process: the one with most open deals. */
export const dealsShell = query({
  name: "deals.shell",
  input: z.strictObject({
    processId: z.uuid().nullable().default(null),
    ownerId: z.uuid().nullable().default(null),
    teamId: z.uuid().nullable().default(null),
    roleId: z.uuid().nullable().default(null),
    companyId: z.uuid().nullable().default(null),
  }),
  can: "deal.read",
  run: ({ tx, ctx, input }) => boardShell(tx, ctx, input),
});

/** The board's counts, sums and first cards, as finished JSON in one round trip. */
export const dealsBoard = jsonQuery<typeof BoardFilter, BoardData>({
  name: "deals.board",
  input: BoardFilter,
  can: "deal.read",
  statement: boardStatement,
});

/** The board in lanes: a page of them, each stage's counts, sums and first cards, and what the others hold. */
export const dealsLanes = jsonQuery<typeof LanesFilter, LanesData>({
  name: "deals.lanes",
  input: LanesFilter,
  can: "deal.read",
  statement: lanesStatement,
});

/** What happened on a process since its board was read: nothing in between is skipped (lib/decisions/0005). */
export const dealsSince = jsonQuery<typeof DealsSince, { changes: BoardChange[] }>({
  name: "deals.since",
  input: DealsSince,
  can: "deal.read",
  statement: sinceStatement,
});

/** More cards of one stage. */
export const dealsColumn = jsonQuery<typeof ColumnPage, { cards: BoardCard[] }>({
  name: "deals.column",
  input: ColumnPage,
  can: "deal.read",
  statement: columnStatement,
});

/** One deal with its route, steps, activities and history. */
export const dealsRead = shapedQuery({
  name: "deals.read",
  input: DealRef,
  can: "deal.read",
  statement: dealStatement,
  shape: shapeDeal,
});

/** Deals of a filter in a chosen order, a page at a time; by latest change when nothing is said. */
export const dealsList = query({
  name: "deals.list",
  input: ListFilter,
  can: "deal.read",
  run: ({ tx, ctx, input }) => listDeals(tx, ctx, input),
});

/** Every deal of a filter, by id and version, in its order: what is taken out, or changed in one go. */
export const dealsIds = query({
  name: "deals.ids",
  input: DealIds,
  can: "deal.read",
  run: ({ tx, ctx, input }) => dealIds(tx, ctx, input),
});

/** The columns that a file of these deals has beyond our own: what other files brought along. */
export const dealsFileColumns = query({
  name: "deals.file-columns",
  input: FileColumns,
  can: "deal.read",
  run: async ({ tx, ctx, input }) => ({ attributes: await attributesOf(tx, ctx, input) }),
});

/** Deals as a file holds them, in the order in which they are named; who does not see one does not get it. */
export const dealsForFile = query({
  name: "deals.for-file",
  input: DealsForFile,
  can: "deal.read",
  run: ({ tx, ctx, input }) => dealsOfFile(tx, ctx, input.ids),
});

/** People who may take part in a deal: those of its company, or without one when it has none. */
export const dealsContacts = query({
  name: "deals.contacts",
  input: DealRef,
  can: "deal.read",
  run: async ({ tx, ctx, input }) => (await contactsFor(tx, ctx.org.id, input.id)) ?? refuse("not-found"),
});

/** What a form for a deal can choose from. */
export const dealsChoices = query({
  name: "deals.choices",
  input: z.strictObject({}),
  can: "deal.read",
  run: ({ tx, ctx }) => choices(tx, ctx),
});
