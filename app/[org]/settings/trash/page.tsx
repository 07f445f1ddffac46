import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Trash } from "@/components/trash/trash";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { KINDS } from "@/lib/features/trash/input";
import { trashList } from "@/lib/features/trash/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("trash") };
}

export default async function TrashPage({ params, searchParams }: PageProps<"/[org]/settings/trash">) {
  const { org } = await params;
  const asked = (await searchParams).kind;
  const kind = KINDS.find((known) => known === asked) ?? "deal";
  const page = await load(trashList, org, { kind }, paths.trash(org, kind));
  const t = await getTranslations("settings.trash");
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub")} />
      <Trash key={kind} org={org} page={page} />
    </Page>
  );
}
