"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ROLES } from "@/lib/domain/policy/permissions";
import { createApiKey } from "@/lib/features/api-keys/actions";
import { CreateApiKey } from "@/lib/features/api-keys/input";
import { useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";

const Form = CreateApiKey.omit({ id: true });

/** Makes a key and shows it, once. */
export function ApiKeyDialog({ org, onClose }: { org: string; onClose: () => void }) {
  const t = useTranslations("settings.apiKeys");
  const people = useTranslations("people");
  const common = useTranslations("common");
  const router = useRouter();
  const problem = useProblem("settings");
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(Form),
    defaultValues: { name: "", role: "viewer" as const },
  });
  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const created = await createApiKey(org, { ...values, id: newId() });
    if (created.ok) {
      setMade({ name: values.name, secret: created.value.secret });
      router.refresh();
    } else setRefused(sentence(created.refusal));
  });
  const onOpenChange = (open: boolean) => !open && onClose();
  if (made) {
    return (
      <Dialog
        open
        onOpenChange={onOpenChange}
        title={t("ready", { name: made.name })}
        description={t("readyText")}
        footer={<Button onClick={onClose}>{t("done")}</Button>}
      >
        <CopyField label={t("key")} value={made.secret} copy={t("copy")} copied={t("copied")} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t("create")}
      description={t("createText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form="api-key" variant="primary" loading={formState.isSubmitting}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id="api-key" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {refused && <Banner tone="bad">{refused}</Banner>}
        <Field label={t("name")} error={problem(formState.errors.name)}>
          <Input {...register("name")} autoComplete="off" />
        </Field>
        <Field label={t("role")} error={problem(formState.errors.role)}>
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Select
                options={ROLES.map((value) => ({
                  value,
                  label: people(`role.${value}`),
                  hint: people(`roleHint.${value}`),
                }))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </Field>
      </form>
    </Dialog>
  );
}
