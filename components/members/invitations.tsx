"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/toast";
import { renewInvitation, revokeInvitation } from "@/lib/features/members/actions";
import type { InvitationRow, Invited, MembersView } from "@/lib/features/members/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { InvitationLink } from "./invitation-link";

/** Invitations that nobody accepted yet, the ended ones too. */
export function Invitations({ org, view }: { org: string; view: MembersView }) {
  const t = useTranslations("people");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const [busy, setBusy] = useState<string | null>(null);
  const [made, setMade] = useState<(Invited & { email: string }) | null>(null);
  const renew = async ({ id, email }: InvitationRow) => {
    setBusy(id);
    const renewed = await renewInvitation(org, { id, newId: newId() });
    setBusy(null);
    if (renewed.ok) setMade({ ...renewed.value, email });
    else notify({ title: sentence(renewed.refusal), tone: "bad" });
    router.refresh();
  };
  const revoke = async ({ id, email }: InvitationRow) => {
    setBusy(id);
    const revoked = await revokeInvitation(org, { id });
    setBusy(null);
    notify(
      revoked.ok
        ? { title: t("invitations.revoked", { email }) }
        : { title: sentence(revoked.refusal), tone: "bad" },
    );
    router.refresh();
  };
  return (
    <Card title={t("invitations.title")}>
      <ul className="divide-y divide-line">
        {view.invitations.map((invitation) => {
          const { id, email, role, claims, invitedBy, expired, expiresAt } = invitation;
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
              <div className="min-w-0 flex-1 basis-64">
                <p className="truncate text-body-strong">{email}</p>
                <p className="text-caption font-normal text-ink-3">
                  {[
                    t(`role.${role}`),
                    claims && t("invitations.claims", { name: claims }),
                    t("invitations.by", { name: invitedBy }),
                    !expired && t("invitations.until", { until: format.instant(expiresAt, view.timeZone) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {expired && <Badge tone="warn">{t("invitations.expired")}</Badge>}
              <div className="flex gap-2">
                <Button
                  size="small"
                  loading={busy === id}
                  onClick={() => renew(invitation)}
                  aria-label={t("invitations.renewFor", { email })}
                >
                  {t("invitations.renew")}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  onClick={() => revoke(invitation)}
                  aria-label={t("invitations.revokeFor", { email })}
                >
                  {t("invitations.revoke")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {made && <InvitationLink made={made} timeZone={view.timeZone} onClose={() => setMade(null)} />}
    </Card>
  );
}
