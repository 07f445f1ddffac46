"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { removeRate, setRate } from "@/lib/features/organizations/actions";
import { SetRate } from "@/lib/features/organizations/input";
import type { SettingsView } from "@/lib/features/organizations/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";

type Choice = { value: string; label: string };
type Form = z.input<typeof SetRate>;

/** What currencies cost in each other, from a day on. */
export function Rates({ org, view, currencies }: { org: string; view: SettingsView; currencies: Choice[] }) {
  const t = useTranslations("settings.rates");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const { mayEdit, currency } = view.organization;
  const remove = async (pair: { base: string; quote: string; day: string }, rate: string) => {
    const removed = await removeRate(org, pair);
    if (!removed.ok) notify({ title: sentence(removed.refusal), tone: "bad" });
    else
      notify({
        title: t("removed"),
        undo: async () => {
          await setRate(org, { ...pair, rate });
          router.refresh();
        },
      });
    router.refresh();
  };
  return (
    <Card title={t("title")} sub={t("sub")}>
      <div className="flex flex-col gap-4">
        {mayEdit && <RateForm org={org} quote={currency} today={view.today} currencies={currencies} />}
        {view.rates.length === 0 ? (
          <p className="text-ink-3">{t("empty")}</p>
        ) : (
          <Table label={t("title")}>
            <Thead>
              <tr>
                <Th>{t("pair")}</Th>
                <Th>{t("day")}</Th>
                <Th numeric>{t("rate")}</Th>
                {mayEdit && (
                  <Th className="w-12">
                    <span className="sr-only">{t("actions")}</span>
                  </Th>
                )}
              </tr>
            </Thead>
            <Tbody>
              {view.rates.map(({ base, quote, day, rate }) => (
                <Tr key={`${base}${quote}${day}`}>
                  <Th row>{t("pairOf", { base, quote })}</Th>
                  <Td className="whitespace-nowrap">{format.day(day, "year")}</Td>
                  <Td numeric>{format.number(Number(rate), 8)}</Td>
                  {mayEdit && (
                    <Td className="text-right">
                      <IconButton
                        label={t("remove", { base, quote, day: format.day(day, "year") })}
                        tooltip={false}
                        onClick={() => remove({ base, quote, day }, rate)}
                      >
                        <Trash2 className="size-4" aria-hidden="true" />
                      </IconButton>
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
        {view.moreRates && <p className="text-ink-3">{t("more")}</p>}
      </div>
    </Card>
  );
}

function RateForm({
  org,
  quote,
  today,
  currencies,
}: {
  org: string;
  quote: string;
  today: string;
  currencies: Choice[];
}) {
  const t = useTranslations("settings.rates");
  const router = useRouter();
  const common = useTranslations("common");
  const problem = useProblem("settings");
  const hydrated = useHydrated();
  const sentence = useRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const empty: Form = { base: "", quote, day: today, rate: "" };
  const { register, control, handleSubmit, reset, setError, formState } = useForm<
    Form,
    unknown,
    z.output<typeof SetRate>
  >({
    resolver: zodResolver(SetRate),
    defaultValues: empty,
  });
  const { errors } = formState;
  const save = handleSubmit(async (values) => {
    setRefused(null);
    const saved = await setRate(org, values);
    if (saved.ok) {
      notify({ title: t("saved"), tone: "good" });
      reset({ ...empty, base: values.base, quote: values.quote });
      router.refresh();
    } else if (saved.refusal.field === "day")
      setError("day", { type: SERVER, message: sentence(saved.refusal) });
    else setRefused(sentence(saved.refusal));
  });
  const choose = (name: "base" | "quote") => (
    <Field label={t(name)} error={problem(errors[name])}>
      <Controller
        control={control}
        name={name}
        render={({ field }) => (
          <Combobox
            options={currencies}
            value={field.value || null}
            onChange={(next) => field.onChange(next ?? "")}
          />
        )}
      />
    </Field>
  );
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-3">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_10rem_8rem]">
        {choose("base")}
        {choose("quote")}
        <Controller
          control={control}
          name="day"
          render={({ field }) => (
            <DayField
              label={t("day")}
              value={field.value}
              onValue={field.onChange}
              today={today}
              toward="back"
              max={today}
              error={errors.day && (errors.day.type === SERVER ? problem(errors.day) : common("day.unclear"))}
            />
          )}
        />
        <Field label={t("rate")} error={problem(errors.rate)}>
          <Input {...register("rate")} inputMode="decimal" numeric autoComplete="off" />
        </Field>
      </div>
      <Button type="submit" className="self-start" loading={formState.isSubmitting} disabled={!hydrated}>
        {t("add")}
      </Button>
    </form>
  );
}
