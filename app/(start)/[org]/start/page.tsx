import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Choose } from "@/components/processes/first-run/choose";
import { FirstRunFrame } from "@/components/processes/first-run/frame";
import { firstRun, templatesList } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("start"))("title") };
}

/** The first two stations of the guided first run: what is sold and how, and which role first. */
export default async function Start({ params, searchParams }: PageProps<"/[org]/start">) {
  const { org } = await params;
  const view = await load(templatesList, org, {}, paths.start(org));
  const run = await load(firstRun, org, {}, paths.start(org));
  const { style } = await searchParams;
  const asked = style === "transactional" ? "transactional" : "consultative";
  return (
    <FirstRunFrame org={org} processId={run.begun[0]?.id ?? null} step="role">
      <Choose org={org} view={view} run={run} asked={asked} />
    </FirstRunFrame>
  );
}
