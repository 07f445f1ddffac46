import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Visibility } from "@/components/visibility/visibility";
import { visibilityRead } from "@/lib/features/visibility/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("visibility") };
}

export default async function VisibilityPage({ params }: PageProps<"/[org]/settings/visibility">) {
  const { org } = await params;
  const view = await load(visibilityRead, org, {}, paths.visibility(org));
  const t = await getTranslations("settings.visibility");
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub")} />
      <Visibility org={org} view={view} />
    </Page>
  );
}
