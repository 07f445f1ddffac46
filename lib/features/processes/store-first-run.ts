import "server-only";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** More than anybody begins without publishing one. */
const MOST = 20;

/** Processes in use without a version that is more than a draft, the latest first. */
export async function begunProcesses(tx: Tx, ctx: Ctx): Promise<{ id: string; name: LocalText }[]> {
  const rows = await tx.process.findMany({
    where: { orgId: ctx.org.id, archivedAt: null, versions: { every: { status: "draft" }, some: {} } },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ id, name }) => ({ id, name: name as LocalText }));
}

/** Whether any process has a version that is more than a draft. */
export async function anyVersion(tx: Tx, ctx: Ctx): Promise<boolean> {
  const found = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, status: { not: "draft" } },
    select: { id: true },
  });
  return found !== null;
}
