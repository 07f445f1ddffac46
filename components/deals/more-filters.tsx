"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { NativeSelect } from "@/components/ui/select";
import { readAmount, writeAmount } from "@/lib/domain/shared/amount-input";
import { isDay } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { DUES } from "@/lib/features/deals/input";
import type { BoardShell } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { CompanyFilter } from "./company-filter";
import type { DealsFilter } from "./filter";
import { useLanguage, useText } from "./words";

const ANY = "any";
export const IDLE_DAYS = [7, 14, 30, 60, 90] as const;

type Props = {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  go: (change: Partial<DealsFilter>) => void;
};

/** The filters that are asked for less often, behind one button. */
export function MoreFilters(props: Props) {
  const t = useTranslations("deals.filter");
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("more")}
      className="w-88"
      trigger={
        <Button>
          <SlidersHorizontal className="size-4" aria-hidden="true" />
          {t("more")}
        </Button>
      }
    >
      <Form {...props} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function Form({ org, shell, filter, go, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("deals.filter");
  const sentence = useRefusal();
  const text = useText();
  const locale = useLanguage();
  const currency = filter.currency ?? shell.currency;
  const [company, setCompany] = useState(filter.company);
  const [closeFrom, setCloseFrom] = useState<string>(filter.closeFrom ?? "");
  const [closeTo, setCloseTo] = useState<string>(filter.closeTo ?? "");
  const [wrong, setWrong] = useState<{ from?: Refusal; to?: Refusal }>({});
  const written = (minor: number | null) => (minor === null ? "" : writeAmount({ minor, currency }, locale));

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const from = readAmount(said("from"), locale, currency);
    const to = readAmount(said("to"), locale, currency);
    if (isRefusal(from) || isRefusal(to)) {
      return setWrong({ ...(isRefusal(from) && { from }), ...(isRefusal(to) && { to }) });
    }
    // The field itself says what it does not read.
    if ([closeFrom, closeTo].some((day) => day !== "" && !isDay(day))) return;
    const used = from?.currency ?? to?.currency ?? null;
    const days = Number(said("idle"));
    go({
      company,
      team: shell.teams.find(({ id }) => id === said("team"))?.id ?? null,
      role: shell.roles.find(({ id }) => id === said("role"))?.id ?? null,
      from: from?.minor ?? null,
      to: to?.minor ?? null,
      currency: used === shell.currency ? null : used,
      closeFrom: closeFrom || null,
      closeTo: closeTo || null,
      due: DUES.find((each) => each === said("due")) ?? null,
      idle: days || null,
    });
    onDone();
  };

  const idles = filter.idle && !IDLE_DAYS.some((days) => days === filter.idle) ? [filter.idle] : [];
  return (
    <form onSubmit={apply} className="flex flex-col gap-3">
      <CompanyFilter
        org={org}
        label={t("company")}
        known={shell.company}
        value={company}
        onChange={setCompany}
      />
      {shell.teams.length > 0 && (
        <Field label={t("team")} className="sm:hidden">
          <NativeSelect
            name="team"
            defaultValue={filter.team ?? ANY}
            options={[
              { value: ANY, label: t("anyTeam") },
              ...shell.teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      )}
      {(shell.roles.length > 1 || filter.role) && (
        <Field label={t("role")} className="sm:hidden">
          <NativeSelect
            name="role"
            defaultValue={filter.role ?? ANY}
            options={[
              { value: ANY, label: t("anyRole") },
              ...shell.roles.map(({ id, name }) => ({ value: id, label: text(name) })),
            ]}
          />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("amountFrom", { currency })} error={wrong.from && sentence(wrong.from)}>
          <Input name="from" defaultValue={written(filter.from)} autoComplete="off" numeric most={40} />
        </Field>
        <Field label={t("amountTo")} error={wrong.to && sentence(wrong.to)}>
          <Input name="to" defaultValue={written(filter.to)} autoComplete="off" numeric most={40} />
        </Field>
        <DayField label={t("closeFrom")} value={closeFrom} onValue={setCloseFrom} today={shell.today} />
        <DayField label={t("closeTo")} value={closeTo} onValue={setCloseTo} today={shell.today} />
        <Field label={t("nextStep")}>
          <NativeSelect
            name="due"
            defaultValue={filter.due ?? ANY}
            options={[
              { value: ANY, label: t("anyStep") },
              ...DUES.map((value) => ({ value, label: t(`due.${value}`) })),
            ]}
          />
        </Field>
        <Field label={t("idle")}>
          <NativeSelect
            name="idle"
            defaultValue={String(filter.idle ?? 0)}
            options={[
              { value: "0", label: t("anyIdle") },
              ...[...idles, ...IDLE_DAYS].map((days) => ({
                value: String(days),
                label: t("days", { days }),
              })),
            ]}
          />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        <Button type="submit" variant="primary">
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
