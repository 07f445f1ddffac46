import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OrganizationFacts } from "@/components/settings/organization-facts";
import { OrganizationForm } from "@/components/settings/organization-form";
import { Rates } from "@/components/settings/rates";
import { SectionMessages } from "@/components/shell/section-messages";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { currencyChoices, timeZoneChoices } from "@/lib/features/organizations/choices";
import { organizationSettings } from "@/lib/features/organizations/queries";
import { isLocale } from "@/lib/platform/i18n/locale";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.organization") };
}

export default async function SettingsPage({ params }: PageProps<"/[org]/settings">) {
  const { org } = await params;
  const view = await load(organizationSettings, org, {}, paths.settings(org));
  const t = await getTranslations("settings");
  const locale = await getLocale();
  const currencies = currencyChoices(isLocale(locale) ? locale : "en");
  const { organization } = view;
  return (
    <Page>
      <PageHeader title={t("organization.title")} sub={t("organization.sub")} />
      <div className="flex flex-col gap-4">
        {organization.mayEdit ? (
          <SectionMessages of="timing">
            <OrganizationForm
              org={org}
              view={organization}
              currencies={currencies}
              timeZones={timeZoneChoices(organization.timeZone)}
            />
          </SectionMessages>
        ) : (
          <OrganizationFacts view={organization} />
        )}
        <Rates org={org} view={view} currencies={currencies} />
      </div>
    </Page>
  );
}
