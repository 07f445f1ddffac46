"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import { CATEGORIES, SELLING_STYLES } from "@/lib/domain/process/types";
import type { Refusal } from "@/lib/domain/shared/result";
import { inLocale } from "@/lib/domain/shared/text";
import { setProcess } from "@/lib/features/processes/actions";
import { type ProcessMap, TARGET_UNITS } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { useTextLocale } from "./words";

/** What a process is and serves: its name, role and kind, the objective behind it and the figure aimed at. */
export function AboutDialog({
  org,
  view,
  open,
  onOpenChange,
}: {
  org: string;
  view: ProcessMap;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("processes");
  const say = useRefusal();
  const router = useRouter();
  const locale = useTextLocale();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = (name: string) => String(form.get(name) ?? "").trim();
    const label = words("label");
    const value = Number(words("value").replace(",", "."));
    const unit = TARGET_UNITS.find((one) => one === words("unit"));
    setBusy(true);
    const result = await setProcess(org, {
      processId: view.id,
      version: view.version,
      set: {
        name: { ...view.name, [locale]: words("name") },
        commercialRoleId: words("role") || null,
        category: CATEGORIES.find((one) => one === words("category")),
        style: SELLING_STYLES.find((one) => one === words("style")),
        objective: { ...view.objective, [locale]: words("objective") },
        target: label && unit && Number.isFinite(value) ? { label, value, unit } : null,
      },
    });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    onOpenChange(false);
    router.refresh();
  };
  const choices = <T extends string>(list: readonly T[], label: (one: T) => string) =>
    list.map((value) => ({ value: value as string, label: label(value) }));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("about.title")}
      footer={
        <Button type="submit" form="about-process" variant="primary" loading={busy}>
          {t("about.save")}
        </Button>
      }
    >
      <form id="about-process" onSubmit={save} className="flex flex-col gap-4">
        {refusal && <Banner tone="bad">{say(refusal)}</Banner>}
        <Field label={t("panel.name")}>
          <Input name="name" required most={200} defaultValue={inLocale(view.name, locale)} />
        </Field>
        <Field label={t("new.ownRole")}>
          <NativeSelect
            name="role"
            aria-label={t("new.ownRole")}
            defaultValue={view.role?.id ?? ""}
            options={[
              { value: "", label: t("list.noRole") },
              ...view.roles.map((role) => ({ value: role.id, label: inLocale(role.name, locale) })),
            ]}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("about.category")}>
            <NativeSelect
              name="category"
              aria-label={t("about.category")}
              defaultValue={view.category}
              options={choices(CATEGORIES, (one) => t(`category.${one}`))}
            />
          </Field>
          <Field label={t("about.style")}>
            <NativeSelect
              name="style"
              aria-label={t("about.style")}
              defaultValue={view.style}
              options={choices(SELLING_STYLES, (one) => t(`style.${one}`))}
            />
          </Field>
        </div>
        <Field label={t("map.objective")} hint={t("about.objectiveHint")} optional>
          <Textarea name="objective" rows={2} most={1_000} defaultValue={inLocale(view.objective, locale)} />
        </Field>
        <div className="grid grid-cols-[2fr_1fr_1fr] gap-3">
          <Field label={t("about.target")} optional>
            <Input name="label" most={120} defaultValue={view.target?.label ?? ""} />
          </Field>
          <Field label={t("about.value")}>
            <Input
              name="value"
              inputMode="decimal"
              numeric
              defaultValue={view.target ? String(view.target.value) : ""}
            />
          </Field>
          <Field label={t("panel.unit")}>
            <NativeSelect
              name="unit"
              aria-label={t("panel.unit")}
              defaultValue={view.target?.unit ?? "count"}
              options={choices(TARGET_UNITS, (one) => t(`about.unit.${one}`))}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
