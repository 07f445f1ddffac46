import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Groups } from "@/components/members/groups";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { memberGroups } from "@/lib/features/members/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("roles") };
}

export default async function RolesPage({ params }: PageProps<"/[org]/settings/roles">) {
  const { org } = await params;
  const view = await load(memberGroups, org, {}, paths.roles(org));
  const t = await getTranslations("people.groups");
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub")} />
      <Groups org={org} view={view} />
    </Page>
  );
}
