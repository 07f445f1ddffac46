import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganizationMaturityPage } from "@/components/maturity/organization-maturity-page";
import { maturityOrganization } from "@/lib/features/maturity/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("maturity"))("title") };
}

export default async function MaturityPage({ params }: PageProps<"/[org]/maturity">) {
  const { org } = await params;
  const view = await load(maturityOrganization, org, {}, paths.maturity(org));
  return <OrganizationMaturityPage org={org} view={view} />;
}
