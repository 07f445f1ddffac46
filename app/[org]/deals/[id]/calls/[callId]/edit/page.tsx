import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanForm } from "@/components/calls/plan-form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { callsChoices, callsRead } from "@/lib/features/calls/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("edit") };
}

/** The plan of a call, to change it; a call that was held or cancelled has none to change any more. */
export default async function EditCall({ params }: PageProps<"/[org]/deals/[id]/calls/[callId]/edit">) {
  const { org, id, callId } = await params;
  const here = paths.editCall(org, id, callId);
  const [t, deals] = [await getTranslations("calls"), await getTranslations("deals")];
  const view = await load(callsRead, org, { id: callId }, here);
  if (view.deal.id !== id) notFound();
  if (view.status !== "planned" || !view.mayEdit || view.deleted)
    redirect(paths.call(org, view.deal.id, callId));
  const choices = await load(callsChoices, org, { dealId: view.deal.id, stepKey: view.plan.stepKey }, here);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: deals("title"), href: paths.deals(org) },
          { label: view.deal.company ?? view.deal.title, href: paths.deal(org, view.deal.id) },
          { label: view.plan.goal || t("withoutGoal"), href: paths.call(org, view.deal.id, callId) },
        ]}
        title={t("edit")}
      />
      <PlanForm org={org} choices={choices} call={view} />
    </Page>
  );
}
