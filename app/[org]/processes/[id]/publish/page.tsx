import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublishPage } from "@/components/processes/publish/publish-page";
import { processMoves, processPublishing } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("publish.page") };
}

export default async function Publish({ params }: PageProps<"/[org]/processes/[id]/publish">) {
  const { org, id } = await params;
  const here = paths.publish(org, id);
  const view = await load(processPublishing, org, { processId: id }, here);
  const moves = await load(processMoves, org, { processId: id, to: "draft" }, here);
  return <PublishPage org={org} view={view} moves={moves} />;
}
