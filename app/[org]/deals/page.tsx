import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "@/components/deals/board-page";
import { DealList } from "@/components/deals/deal-list";
import { readFilter, toCriteria, writeFilter } from "@/components/deals/filter";
import { NoProcess } from "@/components/deals/no-process";
import { dealsList, dealsShell } from "@/lib/features/deals/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

/** Deals, as a board of one process or as a list; which one and of whom stands in the address. */
export default async function DealsPage({ params, searchParams }: PageProps<"/[org]/deals">) {
  const { org } = await params;
  const filter = readFilter(await searchParams);
  const shell = await load(
    dealsShell,
    org,
    {
      processId: filter.process,
      ownerId: filter.owner,
      teamId: filter.team,
      roleId: filter.role,
      companyId: filter.company,
    },
    paths.deals(org),
  );
  // A process that is gone, or another organisation's, leads back to the one there is.
  if (!shell && filter.process)
    redirect(paths.deals(org, writeFilter({ ...filter, process: null, stage: null, without: "process" })));
  if (!shell) return <NoProcess org={org} />;
  if (filter.view === "board") return <BoardPage org={org} shell={shell} filter={filter} />;
  const first = await load(dealsList, org, toCriteria(filter));
  return <DealList org={org} shell={shell} filter={filter} first={first} />;
}
