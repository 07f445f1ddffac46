import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TidyPage } from "@/components/today/tidy-page";
import { todayTidy } from "@/lib/features/today/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today.tidy"))("title") };
}

/** Deviations that wait for a reason. */
export default async function TidyUp({ params }: PageProps<"/[org]/today/tidy-up">) {
  const { org } = await params;
  return <TidyPage org={org} view={await load(todayTidy, org, {}, paths.tidy(org))} />;
}
