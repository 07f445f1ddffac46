import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Invitation } from "@/components/accounts/invitation";
import { invitationByToken } from "@/lib/features/accounts/queries";
import { currentUser } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.invitation");
  // The address holds the token: it must not travel in a referrer, nor into an index.
  return { title: t("pageTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const now = new Date();
  const [invitation, me] = await Promise.all([invitationByToken(token, now), currentUser(now)]);
  return <Invitation token={token} invitation={invitation} me={me && { email: me.email }} />;
}
