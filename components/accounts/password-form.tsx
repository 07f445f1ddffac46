"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { changePassword } from "@/lib/features/accounts/actions";
import { ChangePassword, PASSWORD_LENGTH } from "@/lib/features/accounts/input";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { enter } from "./enter";
import { PasswordInput } from "./password-input";

/** Changes the password. It ends every session of the person, so this browser signs in again at once. */
export function PasswordForm() {
  const t = useTranslations("settings.profile");
  const router = useRouter();
  const problem = useProblem("settings");
  const hydrated = useHydrated();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(ChangePassword),
  });
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const changed = await changePassword(values);
    if (!changed.ok) {
      const message = sentence(changed.refusal);
      if (changed.refusal.field === "currentPassword")
        setError("currentPassword", { type: SERVER, message }, { shouldFocus: true });
      else setRefused(message);
      return;
    }
    if ((await enter(changed.value.email, values.password)) !== null) {
      window.location.assign(paths.signIn());
      return;
    }
    reset();
    notify({ title: t("changed"), tone: "good" });
    router.refresh();
  });
  return (
    <form onSubmit={submit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <Field label={t("current")} error={problem(formState.errors.currentPassword)}>
        <PasswordInput {...register("currentPassword")} autoComplete="current-password" />
      </Field>
      <Field
        label={t("new")}
        hint={t("newHint", { count: PASSWORD_LENGTH })}
        error={problem(formState.errors.password)}
      >
        <PasswordInput {...register("password")} autoComplete="new-password" />
      </Field>
      <Button type="submit" className="self-start" loading={formState.isSubmitting} disabled={!hydrated}>
        {t("change")}
      </Button>
    </form>
  );
}
