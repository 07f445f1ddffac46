import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FoundOrganizationForm } from "@/components/accounts/found-organization-form";
import { OrganizationList } from "@/components/accounts/organization-list";
import { SignOutButton } from "@/components/accounts/sign-out-button";
import { OpenExample } from "@/components/start/open-example";
import { myOrganizations } from "@/lib/features/accounts/queries";
import { currentUser } from "@/lib/platform/auth/session";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.organizations"))("title") };
}

export default async function OrganizationsPage() {
  const me = await currentUser();
  if (!me) redirect(paths.signIn(paths.organizations()));
  const organizations = await myOrganizations(me.id);
  const t = await getTranslations("auth");
  const none = organizations.length === 0;
  return (
    <div className="flex flex-col gap-5">
      <h1 className="page-title">
        {none ? t("organizations.titleNone", { name: me.name }) : t("organizations.title")}
      </h1>
      {none ? (
        <p className="text-ink-2">{t("organizations.none", { email: me.email })}</p>
      ) : (
        <OrganizationList organizations={organizations} />
      )}
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 className="section-title">{t("organizations.found")}</h2>
        <FoundOrganizationForm primary={none} />
      </section>
      {!organizations.some(({ isExample }) => isExample) && (
        <section className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 className="section-title">{t("example.title")}</h2>
          <p className="text-ink-2">{t("example.hint")}</p>
          <OpenExample />
        </section>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-4">
        <span className="text-caption font-normal text-ink-3">{t("signedInAs", { email: me.email })}</span>
        <SignOutButton to={paths.signIn()}>{t("signOut")}</SignOutButton>
      </footer>
    </div>
  );
}
