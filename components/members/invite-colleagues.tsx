"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/live-region";
import { inviteMember } from "@/lib/features/members/actions";
import { Invite } from "@/lib/features/members/input";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

const Form = Invite.pick({ email: true });

/** Invites one colleague after another as sellers with a commercial role; each link is shown, to be passed on. */
export function InviteColleagues({
  org,
  commercialRoleId,
  waiting,
}: {
  org: string;
  commercialRoleId: string | null;
  /** Invitations that are open already. */
  waiting: number;
}) {
  const t = useTranslations("start.people");
  const router = useRouter();
  const problem = useProblem("people");
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const [made, setMade] = useState<readonly { email: string; token: string }[]>([]);
  const { register, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(Form),
    defaultValues: { email: "" },
  });
  const submit = handleSubmit(async ({ email }) => {
    setRefused(null);
    // Without an idempotency key: a repeat could not show the link again, because it is not kept.
    const invited = await inviteMember(org, { id: newId(), email, role: "rep", commercialRoleId });
    if (invited.ok) {
      const { token } = invited.value;
      setMade((before) => [...before.filter((one) => one.email !== email), { email, token }]);
      announce(t("linkFor", { email }));
      reset();
      router.refresh();
    } else if (invited.refusal.field === "email")
      setError("email", { type: SERVER, message: sentence(invited.refusal) }, { shouldFocus: true });
    else setRefused(sentence(invited.refusal));
  });
  return (
    <section className="flex max-w-2xl flex-col gap-4 rounded-card border border-line bg-surface p-4 sm:p-5">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <form noValidate onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <Field label={t("email")} error={problem(formState.errors.email)} className="flex-1 basis-60">
          <Input
            {...register("email")}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
          />
        </Field>
        <Button type="submit" loading={formState.isSubmitting} className="mt-5">
          {t("invite")}
        </Button>
      </form>
      {made.length > 0 && (
        <ul className="flex flex-col gap-4 border-t border-line pt-4">
          {made.map(({ email, token }) => (
            <li key={token}>
              <CopyField
                label={t("linkFor", { email })}
                value={`${window.location.origin}${paths.invitation(token)}`}
                copy={t("copy")}
                copied={t("copied")}
                variant="secondary"
              />
            </li>
          ))}
          <li className="text-caption font-normal text-ink-3">{t("once")}</li>
        </ul>
      )}
      {waiting > made.length && (
        <p className="text-caption font-normal text-ink-3">{t("waiting", { count: waiting })}</p>
      )}
    </section>
  );
}
