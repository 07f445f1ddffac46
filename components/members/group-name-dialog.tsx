"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import type { LocalText } from "@/lib/domain/shared/text";
import { NameRole, NameTeam } from "@/lib/features/members/input";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";

type Props<Name> = {
  title: string;
  /** Absent for a new one. */
  name?: Name;
  save: (name: Name) => Promise<Result<unknown>>;
  onClose: () => void;
};

/** Asks for the one name of a team. */
export function TeamNameDialog({ title, name = "", save, onClose }: Props<string>) {
  const t = useTranslations("people.groups");
  const problem = useProblem("people");
  const finish = useFinish(onClose);
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(NameTeam.pick({ name: true })),
    defaultValues: { name },
  });
  return (
    <NameDialog
      title={title}
      onClose={onClose}
      busy={formState.isSubmitting}
      refused={finish.refused}
      onSubmit={handleSubmit(async (values) => {
        await finish.run(values.name, save(values.name), (message) =>
          setError("name", { type: SERVER, message }, { shouldFocus: true }),
        );
      })}
    >
      <Field label={t("name")} error={problem(formState.errors.name)}>
        <Input {...register("name")} autoComplete="off" />
      </Field>
    </NameDialog>
  );
}

const RoleForm = NameRole.pick({ name: true });

/** Asks for the names of a commercial role or a department, in one or both languages. */
export function RoleNameDialog({ title, name, save, onClose }: Props<LocalText>) {
  const t = useTranslations("people.groups");
  const problem = useProblem("people");
  const finish = useFinish(onClose);
  const { register, handleSubmit, setError, formState } = useForm<
    z.input<typeof RoleForm>,
    unknown,
    z.output<typeof RoleForm>
  >({
    resolver: zodResolver(RoleForm),
    defaultValues: { name: { en: name?.en ?? "", nl: name?.nl ?? "" } },
  });
  const errors = formState.errors.name;
  return (
    <NameDialog
      title={title}
      hint={t("nameHint")}
      onClose={onClose}
      busy={formState.isSubmitting}
      refused={finish.refused}
      onSubmit={handleSubmit(async (values) => {
        const shown = values.name.en || values.name.nl;
        await finish.run(shown, save(values.name), (message, field) =>
          setError(field === "name.nl" ? field : "name.en", { type: SERVER, message }, { shouldFocus: true }),
        );
      })}
    >
      <Field label={t("nameEn")} error={problem(errors?.en)}>
        <Input {...register("name.en")} lang="en" autoComplete="off" />
      </Field>
      <Field label={t("nameNl")} error={problem(errors?.nl)}>
        <Input {...register("name.nl")} lang="nl" autoComplete="off" />
      </Field>
    </NameDialog>
  );
}

function useFinish(onClose: () => void) {
  const t = useTranslations("people.groups");
  const router = useRouter();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const run = async (
    name: string,
    saving: Promise<Result<unknown>>,
    atField: (message: string, field: string) => void,
  ) => {
    setRefused(null);
    const saved = await saving;
    if (saved.ok) {
      notify({ title: t("saved", { name }), tone: "good" });
      router.refresh();
      onClose();
    } else if (saved.refusal.field) atField(sentence(saved.refusal), saved.refusal.field);
    else setRefused(sentence(saved.refusal));
  };
  return { refused, run };
}

function NameDialog({
  title,
  hint,
  busy,
  refused,
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  hint?: string;
  busy: boolean;
  refused: string | null;
  onClose: () => void;
  onSubmit: (event: React.FormEvent) => void;
  children: React.ReactNode;
}) {
  const common = useTranslations("common");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={hint}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form="group-name" variant="primary" loading={busy}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id="group-name" noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        {refused && <Banner tone="bad">{refused}</Banner>}
        {children}
      </form>
    </Dialog>
  );
}
