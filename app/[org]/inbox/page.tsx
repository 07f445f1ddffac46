import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxPage } from "@/components/inbox/inbox-page";
import { inboxList } from "@/lib/features/inbox/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

/** What the person looking should know. */
export default async function Inbox({ params }: PageProps<"/[org]/inbox">) {
  const { org } = await params;
  return <InboxPage org={org} inbox={await load(inboxList, org, {}, paths.inbox(org))} />;
}
