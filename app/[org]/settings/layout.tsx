import { getTranslations } from "next-intl/server";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { SectionMessages } from "@/components/shell/section-messages";
import { organizationMe } from "@/lib/features/organizations/queries";
import { sessionCaller } from "@/lib/platform/auth/session";
import { read } from "@/lib/platform/execute";
import { paths } from "@/lib/platform/paths";

/** The tabs above every settings page. What each page shows, it asks for itself. */
export default async function SettingsLayout({ params, children }: LayoutProps<"/[org]/settings">) {
  const { org } = await params;
  const caller = await sessionCaller(org);
  const me = caller && (await read(organizationMe, caller, {}));
  // Signed out: the page below leads to the sign-in page and shows nothing.
  if (!me?.ok) return children;
  const { permissions } = me.value;
  const t = await getTranslations("settings");
  const items = [
    { label: t("tabs.organization"), href: paths.settings(org) },
    { label: t("tabs.members"), href: paths.members(org) },
    { label: t("tabs.roles"), href: paths.roles(org) },
    ...(permissions.includes("organization.edit")
      ? [{ label: t("tabs.visibility"), href: paths.visibility(org) }]
      : []),
    ...(permissions.includes("import.read") ? [{ label: t("tabs.imports"), href: paths.imports(org) }] : []),
    ...(permissions.includes("api-key.edit") ? [{ label: t("tabs.apiKeys"), href: paths.apiKeys(org) }] : []),
    ...(permissions.includes("organization.edit") ? [{ label: t("tabs.mail"), href: paths.mail(org) }] : []),
    { label: t("tabs.trash"), href: paths.trash(org) },
    { label: t("tabs.profile"), href: paths.profile(org) },
  ];
  return (
    <SectionMessages of="settings">
      <div className="mx-auto w-full max-w-page px-4 pt-4 sm:px-6">
        <SettingsTabs label={t("title")} items={items} />
      </div>
      {children}
    </SectionMessages>
  );
}
