import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanForm } from "@/components/calls/plan-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { callsChoices } from "@/lib/features/calls/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("new") };
}

/** The plan of a new call on a deal; `?step=` names the step that it does. */
export default async function NewCall({ params, searchParams }: PageProps<"/[org]/deals/[id]/calls/new">) {
  const { org, id } = await params;
  const { step } = await searchParams;
  const stepKey = typeof step === "string" && step !== "" ? step : null;
  const [t, deals] = [await getTranslations("calls"), await getTranslations("deals")];
  const choices = await load(
    callsChoices,
    org,
    { dealId: id, stepKey },
    paths.newCall(org, id, stepKey ?? undefined),
  );
  const { company, title, closed } = choices.deal;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: deals("title"), href: paths.deals(org) },
          { label: company ?? title, href: paths.deal(org, id) },
        ]}
        title={t("new")}
        sub={t("newSub", { deal: company ? `${company}, ${title}` : title })}
      />
      {closed ? (
        <EmptyState title={t("form.closed")} />
      ) : (
        <PlanForm
          org={org}
          choices={choices}
          stepKey={choices.steps.some(({ key }) => key === stepKey) ? stepKey : null}
        />
      )}
    </Page>
  );
}
