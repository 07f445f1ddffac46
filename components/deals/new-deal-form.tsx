"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { createDeal } from "@/lib/features/deals/actions";
import type { DealChoices } from "@/lib/features/deals/view";
import { SERVER } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { DealFields } from "./deal-fields";
import { amountIn, type DealValues, dealSchema } from "./deal-form";
import { DealLine } from "./deal-line";
import { useLanguage, useText } from "./words";

type Props = {
  org: string;
  choices: DealChoices;
  processId: string | null;
  company: { id: string; name: string } | null;
};

/** Puts a new deal on a process. */
export function NewDealForm({ org, choices, processId, company }: Props) {
  const t = useTranslations("deals.form");
  const all = useTranslations("deals");
  const common = useTranslations("common");
  const text = useText();
  const router = useRouter();
  const locale = useLanguage();
  const sentence = useRefusal();
  const [id] = useState(newId);
  const [refused, setRefused] = useState<string | null>(null);
  const { currency } = choices;
  const first = choices.processes.find((process) => process.id === processId) ?? choices.processes[0];
  const form = useForm<DealValues>({
    resolver: zodResolver(dealSchema(locale, currency)),
    defaultValues: {
      title: "",
      companyId: company?.id ?? null,
      companyName: "",
      ownerId: choices.owners.some((owner) => owner.id === choices.memberId) ? choices.memberId : "",
      productId: "",
      amount: "",
      expectedClose: "",
      segment: "",
      processId: first?.id ?? "",
      stageKey: first?.stages[0]?.key ?? "",
    },
  });
  const chosen = useWatch({ control: form.control, name: "processId" });
  const process = choices.processes.find((each) => each.id === chosen);

  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    const result = await createDeal(
      org,
      {
        id,
        processId: values.processId,
        stageKey: values.stageKey,
        title: values.title,
        companyId: values.companyId,
        ...(values.companyName && { companyName: values.companyName }),
        ownerId: values.ownerId,
        productId: values.productId || null,
        amount: amountIn(values.amount, locale, currency),
        expectedClose: values.expectedClose || null,
        segment: values.segment || null,
      },
      { key: id },
    );
    if (!result.ok) {
      const { refusal } = result;
      if (refusal.field === "expectedClose")
        return form.setError("expectedClose", { type: SERVER, message: sentence(refusal) });
      return setRefused(sentence(refusal));
    }
    notify({ title: t("created") });
    router.push(paths.deal(org, id));
  });

  return (
    <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-4">
      {refused && <Banner tone="bad">{refused}</Banner>}
      <DealLine form={form} currency={currency} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={all("fields.process")}>
          <Controller
            control={form.control}
            name="processId"
            render={({ field }) => (
              <Select
                value={field.value}
                options={choices.processes.map(({ id: value, name }) => ({ value, label: text(name) }))}
                onChange={(value) => {
                  field.onChange(value);
                  const stages = choices.processes.find((each) => each.id === value)?.stages;
                  form.setValue("stageKey", stages?.[0]?.key ?? "");
                }}
              />
            )}
          />
        </Field>
        <Field label={all("fields.stage")}>
          <Controller
            control={form.control}
            name="stageKey"
            render={({ field }) => (
              <Select
                value={field.value}
                options={(process?.stages ?? []).map(({ key, name }) => ({ value: key, label: text(name) }))}
                onChange={field.onChange}
              />
            )}
          />
        </Field>
      </div>
      <DealFields
        org={org}
        form={form}
        choices={company ? { ...choices, companies: [company, ...choices.companies] } : choices}
        currency={currency}
        opened={choices.today}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
          {t("create")}
        </Button>
        <LinkButton href={paths.deals(org)}>{common("cancel")}</LinkButton>
      </div>
    </form>
  );
}
