import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { InvitationView } from "@/lib/features/accounts/view";
import { paths } from "@/lib/platform/paths";
import { AcceptButton } from "./accept-button";
import { SignOutButton } from "./sign-out-button";

/** What an invitation's link shows: the way in, whom it is for, or why it is no use any more. */
export function Invitation({
  token,
  invitation,
  me,
}: {
  token: string;
  invitation: InvitationView | null;
  me: { email: string } | null;
}) {
  const t = useTranslations("auth.invitation");
  const role = useTranslations("people.role");
  if (invitation?.state !== "open") {
    const state = invitation?.state ?? "unknown";
    const organization = invitation?.organization ?? "";
    return (
      <div className="flex flex-col items-start gap-4">
        <h1 className="page-title">{t(`closed.${state}`)}</h1>
        <p className="text-ink-2">{t(`closedText.${state}`, { organization })}</p>
        <LinkButton href={paths.organizations()}>{t("toOrganizations")}</LinkButton>
      </div>
    );
  }
  const { organization, email } = invitation;
  const here = paths.invitation(token);
  return (
    <div className="flex flex-col gap-4">
      <h1 className="page-title">{t("title", { organization })}</h1>
      <p className="text-ink-2">{t("text", { role: role(invitation.role), email })}</p>
      {me?.email === email && <AcceptButton token={token}>{t("accept", { organization })}</AcceptButton>}
      {me && me.email !== email && (
        <>
          <p role="status" className="rounded-card bg-warn-soft px-4 py-3 text-warn">
            {t("otherAddress", { mine: me.email, email })}
          </p>
          <span>
            <SignOutButton to={here} variant="primary">
              {t("switch")}
            </SignOutButton>
          </span>
        </>
      )}
      {!me && (
        <>
          <p className="text-ink-2">{t("needs", { email })}</p>
          <div className="flex flex-wrap gap-2">
            <LinkButton href={paths.signUp(here)} variant="primary">
              {t("signUp")}
            </LinkButton>
            <LinkButton href={paths.signIn(here)}>{t("signIn")}</LinkButton>
          </div>
        </>
      )}
    </div>
  );
}
