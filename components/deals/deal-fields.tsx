"use client";

import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Day } from "@/lib/domain/shared/day";
import type { DealChoices } from "@/lib/features/deals/view";
import { useProblem } from "@/lib/platform/i18n/use-problem";
import { AmountField } from "./amount-field";
import { CompanyPicker } from "./company-picker";
import type { DealValues } from "./deal-form";

const NO_PRODUCT = "none";

/** The fields of a deal, shared by the form for a new one and the sheet that edits one. */
export function DealFields({
  org,
  form,
  choices,
  currency,
  opened,
}: {
  org: string;
  form: UseFormReturn<DealValues>;
  choices: DealChoices;
  currency: string;
  /** The day the deal began: it cannot be expected to close before. Null where nobody knows. */
  opened: Day | null;
}) {
  const t = useTranslations("deals.fields");
  const common = useTranslations("common");
  const problem = useProblem("deals");
  const { register, control, formState, setValue } = form;
  const { errors } = formState;
  const [companyId, companyName] = useWatch({ control, name: ["companyId", "companyName"] });
  return (
    <>
      <CompanyPicker
        org={org}
        known={choices.companies}
        value={{ companyId, companyName }}
        onChange={(choice) => {
          setValue("companyId", choice.companyId, { shouldDirty: true });
          setValue("companyName", choice.companyName, { shouldDirty: true });
        }}
        error={problem(errors.companyName ?? errors.companyId)}
      />
      <Field label={t("title")} error={problem(errors.title)}>
        <Input {...register("title")} most={200} autoComplete="off" />
      </Field>
      <Controller
        control={control}
        name="amount"
        render={({ field }) => (
          <AmountField
            label={t("amount")}
            currency={currency}
            error={problem(errors.amount)}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            ref={field.ref}
          />
        )}
      />
      <Controller
        control={control}
        name="expectedClose"
        render={({ field }) => (
          <DayField
            label={t("expectedClose")}
            optional
            today={choices.today}
            min={opened ?? undefined}
            error={problem(errors.expectedClose)}
            value={field.value}
            onValue={field.onChange}
          />
        )}
      />
      <Field label={t("owner")} error={problem(errors.ownerId)}>
        <Controller
          control={control}
          name="ownerId"
          render={({ field }) => (
            <Select
              value={field.value}
              options={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={field.onChange}
            />
          )}
        />
      </Field>
      {choices.products.length > 0 && (
        <Field label={t("product")} optional error={problem(errors.productId)}>
          <Controller
            control={control}
            name="productId"
            render={({ field }) => (
              <Select
                value={field.value || NO_PRODUCT}
                options={[
                  { value: NO_PRODUCT, label: common("none") },
                  ...choices.products.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(value) => field.onChange(value === NO_PRODUCT ? "" : value)}
              />
            )}
          />
        </Field>
      )}
      <Field label={t("segment")} optional error={problem(errors.segment)}>
        <Input {...register("segment")} most={100} />
      </Field>
    </>
  );
}
