import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewDealForm } from "@/components/deals/new-deal-form";
import { NoProcess } from "@/components/deals/no-process";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { companiesRead } from "@/lib/features/companies/queries";
import { dealsChoices } from "@/lib/features/deals/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("new") };
}

/** The form for a new deal; `?process=` and `?company=` choose beforehand. */
export default async function NewDealPage({ params, searchParams }: PageProps<"/[org]/deals/new">) {
  const { org } = await params;
  const { process, company: companyId } = await searchParams;
  const t = await getTranslations("deals");
  const choices = await load(dealsChoices, org, {}, paths.newDeal(org));
  if (choices.processes.length === 0) return <NoProcess org={org} />;
  const company = typeof companyId === "string" ? await load(companiesRead, org, { id: companyId }) : null;
  return (
    <Page>
      <PageHeader crumbs={[{ label: t("title"), href: paths.deals(org) }]} title={t("new")} />
      <NewDealForm
        org={org}
        choices={choices}
        processId={typeof process === "string" ? process : null}
        company={company && { id: company.id, name: company.name }}
      />
    </Page>
  );
}
