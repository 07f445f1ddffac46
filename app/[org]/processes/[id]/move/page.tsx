import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MovePage } from "@/components/processes/publish/move-page";
import { processMoves } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("publish.movePage") };
}

export default async function Move({ params }: PageProps<"/[org]/processes/[id]/move">) {
  const { org, id } = await params;
  const moves = await load(processMoves, org, { processId: id, to: "published" }, paths.moveDeals(org, id));
  return <MovePage org={org} moves={moves} />;
}
