import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/accounts/password-form";
import { LeaveButton } from "@/components/members/leave-button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { organizationMe } from "@/lib/features/organizations/queries";
import { currentUser } from "@/lib/platform/auth/session";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.tabs"))("profile") };
}

export default async function ProfilePage({ params }: PageProps<"/[org]/settings/profile">) {
  const { org } = await params;
  const [me, user] = await Promise.all([load(organizationMe, org, {}, paths.profile(org)), currentUser()]);
  const t = await getTranslations("settings.profile");
  const role = (await getTranslations("people.role"))(me.member.role);
  const organization = me.org.name;
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub", { name: me.member.name, email: user?.email ?? "" })} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t("password")} sub={t("passwordText")}>
          <PasswordForm />
        </Card>
        <Card title={t("leave")} sub={t("leaveText", { role, organization })}>
          <LeaveButton org={org} organization={organization} />
        </Card>
      </div>
    </Page>
  );
}
