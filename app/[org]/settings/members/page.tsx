import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Members } from "@/components/members/members";
import { Page } from "@/components/ui/page";
import { memberList } from "@/lib/features/members/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("members") };
}

export default async function MembersPage({ params }: PageProps<"/[org]/settings/members">) {
  const { org } = await params;
  const view = await load(memberList, org, {}, paths.members(org));
  return (
    <Page>
      <Members org={org} view={view} />
    </Page>
  );
}
