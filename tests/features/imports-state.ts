import { withNewTenant } from "@/lib/platform/db/tenant";

/** Everything imports make, by name instead of id: two organisations that hold the same are equal. */
export async function stateOf(orgId: string) {
  return withNewTenant(orgId, async (tx) => {
    const members = await tx.membership.findMany({ where: { orgId, status: { not: "removed" } } });
    const teams = await tx.team.findMany({ where: { orgId } });
    const companies = await tx.company.findMany({ where: { orgId, deletedAt: null } });
    const products = await tx.product.findMany({ where: { orgId, deletedAt: null } });
    const runs = await tx.run.findMany({ where: { orgId, deletedAt: null } });
    const deals = new Map((await tx.deal.findMany({ where: { orgId } })).map((deal) => [deal.id, deal]));
    const visits = await tx.stageVisit.findMany({
      where: { orgId },
      orderBy: [{ runId: "asc" }, { ordinal: "asc" }],
    });
    const nameIn = (list: readonly { id: string; name: string }[], id: string | null | undefined) =>
      list.find((each) => each.id === id)?.name ?? null;
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    const sorted = <T>(list: T[]) => list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return {
      people: sorted(
        members
          .filter(({ userId }) => userId === null)
          .map(({ name, email, teamId, managerId, attributes, externalId }) => ({
            name,
            email,
            team: nameIn(teams, teamId),
            manager: nameIn(members, managerId),
            attributes,
            externalId,
          })),
      ),
      teams: sorted(teams.map(({ name }) => name)),
      companies: sorted(
        companies.map(
          ({ name, sector, country, employees, revenue, attributes, externalId, parentName }) => ({
            name,
            sector,
            country,
            employees,
            revenue: revenue?.toString() ?? null,
            attributes,
            externalId,
            parentName,
          }),
        ),
      ),
      products: sorted(
        products.map(({ name, series, listPriceMinor, currency }) => ({
          name,
          series,
          price: listPriceMinor === null ? null : Number(listPriceMinor),
          currency,
        })),
      ),
      deals: sorted(
        runs.map((run) => {
          const deal = deals.get(run.id);
          return {
            title: run.title,
            owner: nameIn(members, run.ownerId),
            company: nameIn(companies, deal?.companyId),
            product: nameIn(products, deal?.productId),
            amount: deal?.amountMinor === null ? null : Number(deal?.amountMinor),
            currency: deal?.currency,
            status: run.status,
            stage: run.stageKey,
            outcome: deal?.outcome ?? null,
            openedOn: day(run.openedOn),
            closedOn: day(run.closedOn),
            attributes: deal?.attributes,
            externalId: deal?.externalId,
            visits: visits
              .filter(({ runId }) => runId === run.id)
              .map((visit) => [visit.stageKey, day(visit.enteredOn), day(visit.leftOn), visit.exit]),
          };
        }),
      ),
    };
  });
}
