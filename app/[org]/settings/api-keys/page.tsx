import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeys } from "@/components/settings/api-keys";
import { Page } from "@/components/ui/page";
import { apiKeyList } from "@/lib/features/api-keys/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("apiKeys") };
}

export default async function ApiKeysPage({ params }: PageProps<"/[org]/settings/api-keys">) {
  const { org } = await params;
  const view = await load(apiKeyList, org, {}, paths.apiKeys(org));
  return (
    <Page>
      <ApiKeys org={org} view={view} />
    </Page>
  );
}
