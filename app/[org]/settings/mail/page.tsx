import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailBox } from "@/components/digest/mail-box";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { mailList } from "@/lib/features/digest/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("mail") };
}

/** What Koers writes to people, word for word. */
export default async function MailPage({ params }: PageProps<"/[org]/settings/mail">) {
  const { org } = await params;
  const page = await load(mailList, org, {}, paths.mail(org));
  const t = await getTranslations("digest.box");
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub")} />
      <MailBox org={org} page={page} />
    </Page>
  );
}
