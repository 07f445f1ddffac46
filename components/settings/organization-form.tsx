"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { StaleNote } from "@/components/ui/stale-note";
import { notify } from "@/components/ui/toast";
import { setOrganization } from "@/lib/features/organizations/actions";
import { HOLIDAY_REGIONS, OrganizationForm as Schema, WEEKDAYS } from "@/lib/features/organizations/input";
import type { OrganizationView, StaleOrganization } from "@/lib/features/organizations/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { CheckboxGroup } from "./checkbox-group";
import { changesOf, rebased } from "./stale";
import { TimingFields } from "./timing-fields";
import { useTimingText } from "./timing-text";
import { useWeekday } from "./weekday";

type Choice = { value: string; label: string };
type Props = { org: string; view: OrganizationView; currencies: Choice[]; timeZones: Choice[] };

/** The organisation's settings, saved as a whole. A save that came too late keeps what was typed and shows what changed. */
export function OrganizationForm({ org, view, currencies, timeZones }: Props) {
  const t = useTranslations("settings");
  const format = useFormat();
  const weekday = useWeekday();
  const router = useRouter();
  const problem = useProblem("settings");
  const sentence = useRefusal();
  const { version: opened, slug: _slug, mayEdit: _mayEdit, ...initial } = view;
  const [version, setVersion] = useState(opened);
  const [refused, setRefused] = useState<string | null>(null);
  const [stale, setStale] = useState<StaleOrganization | null>(null);
  const form = useForm<Schema>({ resolver: zodResolver(Schema), defaultValues: initial });
  const { register, control, handleSubmit, reset, setError, getValues, formState } = form;
  const { errors, isDirty, isSubmitting } = formState;

  const save = async (values: Schema, at: number) => {
    setRefused(null);
    const saved = await setOrganization(org, { ...values, version: at });
    if (saved.ok) {
      setVersion(saved.value.version);
      setStale(null);
      reset(values);
      notify({ title: t("organization.saved"), tone: "good" });
      router.refresh();
      return;
    }
    const { code, field, current } = saved.refusal;
    if (code === "stale") setStale(current as StaleOrganization);
    else if (field && field in initial)
      setError(field as keyof Schema, { type: SERVER, message: sentence(saved.refusal) });
    else setRefused(sentence(saved.refusal));
  };

  const base = (formState.defaultValues ?? initial) as Schema;
  const timingText = useTimingText();
  const shown = (key: keyof Schema, value: unknown): string => {
    if (key === "holidayRegion") return t(`region.${value}`);
    if (key === "languages") return format.list((value as string[]).map((l) => t(`language.${l}`)));
    if (key === "workingDays") return format.list((value as number[]).map(weekday));
    if (key === "timing") return timingText(value as Schema["timing"]);
    return String(value);
  };
  return (
    <form
      onSubmit={handleSubmit((values) => save(values, version))}
      noValidate
      className="flex flex-col gap-4"
    >
      {stale && (
        <StaleNote
          by={stale.change?.by ?? null}
          when={stale.change ? format.instant(stale.change.at, base.timeZone) : ""}
          changes={changesOf(base, stale.values).map((key) => ({
            field: t(`organization.${key}`),
            value: shown(key, stale.values[key]),
          }))}
          busy={isSubmitting}
          onMine={() => {
            const mine = rebased(base, getValues(), stale.values);
            reset(stale.values);
            for (const key of changesOf(stale.values, mine))
              form.setValue(key, mine[key], { shouldDirty: true });
            void handleSubmit((values) => save(values, stale.version))();
          }}
          onTheirs={() => {
            reset(stale.values);
            setVersion(stale.version);
            setStale(null);
          }}
        />
      )}
      {refused && <Banner tone="bad">{refused}</Banner>}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_3fr]">
        <Card title={t("organization.basics")}>
          <div className="flex flex-col gap-4">
            <Field label={t("organization.name")} error={problem(errors.name)}>
              <Input {...register("name")} defaultValue={initial.name} autoComplete="organization" />
            </Field>
            <Field
              label={t("organization.currency")}
              hint={t("organization.currencyHint")}
              error={problem(errors.currency)}
            >
              <Controller
                control={control}
                name="currency"
                render={({ field }) => (
                  <Combobox
                    options={currencies}
                    value={field.value || null}
                    onChange={(next) => field.onChange(next ?? "")}
                  />
                )}
              />
            </Field>
            <CheckboxGroup
              control={control}
              name="languages"
              label={t("organization.languages")}
              hint={t("organization.languagesHint")}
              error={problem(errors.languages)}
              options={(["en", "nl"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          </div>
        </Card>
        <Card title={t("organization.time")} sub={t("organization.timeHint")}>
          <div className="flex flex-col gap-4">
            <Field label={t("organization.timeZone")} error={problem(errors.timeZone)}>
              <Controller
                control={control}
                name="timeZone"
                render={({ field }) => (
                  <Combobox
                    options={timeZones}
                    value={field.value || null}
                    onChange={(next) => field.onChange(next ?? "")}
                  />
                )}
              />
            </Field>
            <CheckboxGroup
              control={control}
              name="workingDays"
              label={t("organization.workingDays")}
              error={problem(errors.workingDays)}
              options={WEEKDAYS.map((value) => ({ value, label: weekday(value) }))}
            />
            <div className="grid grid-cols-2 gap-4">
              <Field label={t("organization.workFrom")} error={problem(errors.workFrom)}>
                <Input {...register("workFrom")} defaultValue={initial.workFrom} type="time" />
              </Field>
              <Field label={t("organization.workUntil")} error={problem(errors.workUntil)}>
                <Input {...register("workUntil")} defaultValue={initial.workUntil} type="time" />
              </Field>
            </div>
            <Field label={t("organization.holidayRegion")} error={problem(errors.holidayRegion)}>
              <Controller
                control={control}
                name="holidayRegion"
                render={({ field }) => (
                  <Select
                    options={HOLIDAY_REGIONS.map((value) => ({ value, label: t(`region.${value}`) }))}
                    value={field.value}
                    onChange={field.onChange}
                  />
                )}
              />
            </Field>
          </div>
        </Card>
      </div>
      <Card title={t("timing.title")} sub={t("timing.sub")}>
        <TimingFields
          control={control}
          errors={{
            plannedDays: problem(errors.timing?.plannedDays),
            stepWindow: problem(errors.timing?.stepWindow?.latest),
          }}
        />
      </Card>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" loading={isSubmitting} disabled={!isDirty}>
          {t("organization.save")}
        </Button>
        {isDirty && <span className="text-ink-3">{t("organization.unsaved")}</span>}
      </div>
    </form>
  );
}
