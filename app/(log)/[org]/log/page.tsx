import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogScreen } from "@/components/deals/log/screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals.log"))("title") };
}

/**
 * The log screen. Its HTML holds nothing of anybody, because a copy of it stays on the device and opens without a
 * connection; everything it shows is read by the browser.
 */
export default async function Log({ params }: PageProps<"/[org]/log">) {
  const { org } = await params;
  return <LogScreen org={org} />;
}
