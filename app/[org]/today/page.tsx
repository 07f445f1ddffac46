import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TodayPage } from "@/components/today/today-page";
import { todayRead } from "@/lib/features/today/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** What waits for the person looking, in the order to do it. */
export default async function Today({ params }: PageProps<"/[org]/today">) {
  const { org } = await params;
  return <TodayPage org={org} view={await load(todayRead, org, {}, paths.today(org))} />;
}
