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
import { foundOrganization } from "@/lib/features/accounts/actions";
import { FoundOrganization } from "@/lib/features/accounts/input";
import { useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

/** Founds an organisation and opens it. */
export function FoundOrganizationForm({ primary }: { primary: boolean }) {
  const t = useTranslations("auth");
  const problem = useProblem("auth");
  const hydrated = useHydrated();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const [founded, setFounded] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(FoundOrganization),
  });
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const made = await foundOrganization(values);
    if (made.ok) {
      setFounded(true);
      window.location.assign(paths.start(made.value.slug));
    } else setRefused(sentence(made.refusal));
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <Field
        label={t("organizations.name")}
        hint={t("organizations.foundHint")}
        error={problem(formState.errors.name)}
      >
        <Input {...register("name")} autoComplete="organization" />
      </Field>
      <Button
        type="submit"
        variant={primary ? "primary" : "secondary"}
        className="self-start"
        loading={formState.isSubmitting || founded}
        disabled={!hydrated}
      >
        {t("organizations.submit")}
      </Button>
    </form>
  );
}
