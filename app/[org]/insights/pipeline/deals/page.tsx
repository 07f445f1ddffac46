import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InsightDealsList } from "@/components/insights/deals-page";
import { LISTED } from "@/components/insights/figure-specs";
import { InsightDeals } from "@/lib/features/insights/input";
import { insightsDeals } from "@/lib/features/insights/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights"))("list.label") };
}

// An address that was typed or cut is a page that is not there, not a fault.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export default async function Deals({ params, searchParams }: PageProps<"/[org]/insights/pipeline/deals">) {
  const { org } = await params;
  const { figure: named, of, after } = await searchParams;
  const figure = LISTED.find((each) => each === named) ?? "open";
  const cursor = typeof after === "string" ? parse(after) : undefined;
  const asked = InsightDeals.safeParse({ ...(parse(String(of)) as object), ...(cursor ? { cursor } : {}) });
  if (!asked.success) notFound();
  const query = (more: Record<string, string>) =>
    `${paths.pipeline(org)}/deals?${new URLSearchParams({ figure, of: String(of), ...more })}`;
  const page = await load(insightsDeals, org, asked.data, query({}));
  return (
    <InsightDealsList
      org={org}
      figure={figure}
      page={page}
      asOf={asked.data.drill.asOf}
      next={page.next && query({ after: JSON.stringify(page.next) })}
      first={cursor ? query({}) : null}
    />
  );
}
