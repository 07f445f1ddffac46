"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { signUp } from "@/lib/features/accounts/actions";
import { PASSWORD_LENGTH, SignUp } from "@/lib/features/accounts/input";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { enter } from "./enter";
import { PasswordInput } from "./password-input";

const Form = SignUp.omit({ locale: true });

/** Makes an account in the language of the page, signs in and goes to `next`. */
export function SignUpForm({ next, email }: { next: string; email?: string }) {
  const t = useTranslations("auth");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const problem = useProblem("auth");
  const hydrated = useHydrated();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm({
    // Without default values here: what a password manager filled in before the script ran is kept.
    resolver: zodResolver(Form),
  });
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const made = await signUp({ ...values, locale });
    if (!made.ok) {
      const message = sentence(made.refusal);
      if (made.refusal.field === "email") setError("email", { type: SERVER, message }, { shouldFocus: true });
      else setRefused(message);
      return;
    }
    const refusal = await enter(values.email, values.password);
    if (refusal === null) {
      setEntered(true);
      window.location.assign(next);
    } else setRefused(refusal === "wrong" ? t("signIn.failed") : sentence(refusal));
  });
  return (
    <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <Field label={t("name")} error={problem(formState.errors.name)}>
        <Input {...register("name")} autoComplete="name" />
      </Field>
      <Field label={t("email")} error={problem(formState.errors.email)}>
        <Input
          {...register("email")}
          defaultValue={email}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
        />
      </Field>
      <Field
        label={t("password")}
        hint={t("signUp.passwordHint", { count: PASSWORD_LENGTH })}
        error={problem(formState.errors.password)}
      >
        <PasswordInput {...register("password")} autoComplete="new-password" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        loading={formState.isSubmitting || entered}
        disabled={!hydrated}
      >
        {t("signUp.submit")}
      </Button>
    </form>
  );
}
