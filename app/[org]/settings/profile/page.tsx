import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/accounts/password-form";
import { DigestChoice } from "@/components/digest/digest-choice";
import { LeaveButton } from "@/components/members/leave-button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { digestChoice } from "@/lib/features/digest/queries";
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
  const { digest } = await load(digestChoice, org, {}, paths.profile(org));
  const t = await getTranslations("settings.profile");
  const day = await getTranslations("digest.choice");
  const role = (await getTranslations("people.role"))(me.member.role);
  const organization = me.org.name;
  return (
    <Page>
      <PageHeader title={t("title")} sub={t("sub", { name: me.member.name, email: user?.email ?? "" })} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t("password")} sub={t("passwordText")}>
          <PasswordForm />
        </Card>
        <Card title={day("title")} sub={day("text")}>
          <DigestChoice org={org} digest={digest} />
        </Card>
        <Card title={t("leave")} sub={t("leaveText", { role, organization })}>
          <LeaveButton org={org} organization={organization} />
        </Card>
      </div>
    </Page>
  );
}
