import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CallPage } from "@/components/calls/call-page";
import { callsRead } from "@/lib/features/calls/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

const call = cache((org: string, deal: string, id: string) =>
  load(callsRead, org, { id }, paths.call(org, deal, id)),
);

export async function generateMetadata({
  params,
}: PageProps<"/[org]/deals/[id]/calls/[callId]">): Promise<Metadata> {
  const { org, id, callId } = await params;
  const { plan } = await call(org, id, callId);
  return { title: plan.goal || (await getTranslations("calls"))("withoutGoal") };
}

/** One call, under the address of its own deal. */
export default async function Call({ params }: PageProps<"/[org]/deals/[id]/calls/[callId]">) {
  const { org, id, callId } = await params;
  const view = await call(org, id, callId);
  if (view.deal.id !== id) notFound();
  return <CallPage key={callId} org={org} call={view} />;
}
