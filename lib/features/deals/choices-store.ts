import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { dealProcesses, ownersOf, versionsOf } from "./processes-store";
import type { DealChoices } from "./view";

const COMPANIES = 500;

/** What a form for a deal can choose from: processes that are published, those who may own one, products, companies. */
export async function choices(tx: Tx, ctx: Ctx): Promise<DealChoices> {
  const orgId = ctx.org.id;
  const processes: DealChoices["processes"] = [];
  for (const { id, name } of await dealProcesses(tx, orgId)) {
    const published = (await versionsOf(tx, orgId, id)).find(({ status }) => status === "published");
    if (!published) continue;
    processes.push({
      id,
      name,
      stages: published.compiled.stages.map((stage) => ({ key: stage.key, name: stage.name })),
    });
  }
  const owners = await ownersOf(tx, orgId);
  const products = await tx.product.findMany({
    where: { orgId, deletedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: COMPANIES,
  });
  const companies = await tx.company.findMany({
    where: { orgId, deletedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: COMPANIES,
  });
  return {
    processes,
    owners: owners.filter(({ mayOwn }) => mayOwn).map(({ id, name }) => ({ id, name })),
    products,
    companies,
    currency: ctx.org.currency,
    memberId: ctx.member.id,
    today: ctx.today,
  };
}
