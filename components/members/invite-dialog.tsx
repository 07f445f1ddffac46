"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { inviteMember } from "@/lib/features/members/actions";
import { Invite } from "@/lib/features/members/input";
import type { Invited, MembersView } from "@/lib/features/members/view";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { InvitationLink } from "./invitation-link";
import { ChoiceField } from "./place-fields";
import { useChoices } from "./use-choices";

const Form = Invite.omit({ id: true });

/** Makes a link for one address and shows it, once. `claims` is the placeholder it starts with. */
export function InviteDialog({
  org,
  view,
  claims = null,
  onClose,
}: {
  org: string;
  view: MembersView;
  claims?: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const router = useRouter();
  const problem = useProblem("people");
  const sentence = useRefusal();
  const choices = useChoices(view);
  const [refused, setRefused] = useState<string | null>(null);
  const [made, setMade] = useState<(Invited & { email: string }) | null>(null);
  const placeholder = view.members.find(({ id }) => id === claims);
  const { register, control, handleSubmit, setError, formState } = useForm<
    z.input<typeof Form>,
    unknown,
    z.output<typeof Form>
  >({
    resolver: zodResolver(Form),
    defaultValues: {
      email: placeholder?.email ?? "",
      role: placeholder && placeholder.role !== "owner" ? placeholder.role : "rep",
      teamId: placeholder?.teamId ?? null,
      commercialRoleId: placeholder?.commercialRoleId ?? null,
      membershipId: claims,
    },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    // Without an idempotency key: a repeat could not show the link again, because it is not kept.
    const invited = await inviteMember(org, { ...values, id: newId() });
    if (invited.ok) {
      setMade({ ...invited.value, email: values.email });
      router.refresh();
    } else if (invited.refusal.field === "email")
      setError("email", { type: SERVER, message: sentence(invited.refusal) }, { shouldFocus: true });
    else setRefused(sentence(invited.refusal));
  });
  if (made) return <InvitationLink made={made} timeZone={view.timeZone} onClose={onClose} />;
  const places = view.members
    .filter(({ status }) => status === "placeholder")
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("invite.title")}
      description={t("invite.description")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form="invite" variant="primary" loading={isSubmitting}>
            {t("invite.submit")}
          </Button>
        </>
      }
    >
      <form id="invite" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {refused && <Banner tone="bad">{refused}</Banner>}
        <Field label={t("invite.email")} error={problem(errors.email)}>
          <Input
            {...register("email")}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
          />
        </Field>
        <Field label={t("members.role")} error={problem(errors.role)}>
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Select
                options={choices.roles.map((role) => ({ ...role, hint: t(`roleHint.${role.value}`) }))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            control={control}
            name="teamId"
            label={t("members.team")}
            none={t("edit.noChoice")}
            options={choices.teams}
            error={problem(errors.teamId)}
          />
          <ChoiceField
            control={control}
            name="commercialRoleId"
            label={t("members.commercialRole")}
            none={t("edit.noChoice")}
            options={choices.commercialRoles}
            error={problem(errors.commercialRoleId)}
          />
        </div>
        {places.length > 0 && (
          <ChoiceField
            control={control}
            name="membershipId"
            label={t("invite.claims")}
            hint={t("invite.claimsHint")}
            none={t("invite.claimsNobody")}
            options={places}
            error={problem(errors.membershipId)}
          />
        )}
      </form>
    </Dialog>
  );
}
