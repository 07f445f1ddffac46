import "server-only";
import type { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { SavedView } from "./view";
import type { ChangeView, SaveView } from "./views-input";

/** Views in the menu; who has more finds the rest after taking some away. */
const MOST = 200;

/** What somebody finds: their own views, and those that are shared. */
const found = (ctx: Ctx) => ({
  orgId: ctx.org.id,
  OR: [{ makerId: ctx.member.id }, { shared: true }],
});

/** The views that somebody finds, by name. */
export async function viewsOf(tx: Tx, ctx: Ctx): Promise<SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { ...found(ctx), deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      query: true,
      shared: true,
      version: true,
      makerId: true,
      maker: { select: { name: true } },
    },
    take: MOST,
  });
  const changesAll = reach(ctx.member.role, "view.change") === "all";
  return rows.map(({ makerId, maker, query, ...view }) => ({
    ...view,
    query: query as Record<string, string>,
    mine: makerId === ctx.member.id,
    maker: maker.name,
    mayChange: makerId === ctx.member.id || changesAll,
  }));
}

/** One of the views that somebody finds, locked; null when there is none of that id. */
export async function lockView(tx: Tx, ctx: Ctx, id: string) {
  await tx.$queryRaw`select id from saved_view where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for update`;
  return tx.savedView.findFirst({
    where: { ...found(ctx), id },
    select: { id: true, makerId: true, version: true, deletedAt: true },
  });
}

export async function insertView(tx: Tx, ctx: Ctx, view: z.output<typeof SaveView>): Promise<void> {
  const stamp = { createdAt: ctx.now, updatedAt: ctx.now };
  await tx.savedView.create({ data: { orgId: ctx.org.id, makerId: ctx.member.id, ...view, ...stamp } });
}

export async function updateView(
  tx: Tx,
  ctx: Ctx,
  id: string,
  data: z.output<typeof ChangeView>["fields"] & { deletedAt?: Date | null; deletedById?: string | null },
): Promise<void> {
  await tx.savedView.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: { ...data, updatedAt: ctx.now, version: { increment: 1 } },
  });
}
