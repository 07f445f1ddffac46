"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { SignIn } from "@/lib/features/accounts/input";
import { useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { enter } from "./enter";
import { PasswordInput } from "./password-input";

/** Signs a person in and goes to `next`. What was typed stays when it is refused. */
export function SignInForm({ next, email }: { next: string; email?: string }) {
  const t = useTranslations("auth");
  const problem = useProblem("auth");
  const hydrated = useHydrated();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const { register, handleSubmit, setFocus, formState } = useForm({
    // Without default values here: what a password manager filled in before the script ran is kept.
    resolver: zodResolver(SignIn),
  });
  const submit = handleSubmit(async ({ email, password }) => {
    setRefused(null);
    const refusal = await enter(email, password);
    if (refusal === null) {
      setEntered(true);
      window.location.assign(next);
      return;
    }
    setRefused(refusal === "wrong" ? t("signIn.wrong") : sentence(refusal));
    setFocus("password");
  });
  return (
    <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
      {refused && <Banner tone="bad">{refused}</Banner>}
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
      <Field label={t("password")} error={problem(formState.errors.password)}>
        <PasswordInput {...register("password")} autoComplete="current-password" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        loading={formState.isSubmitting || entered}
        disabled={!hydrated}
      >
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
