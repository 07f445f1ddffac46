"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { Controller } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { type Option, Select } from "@/components/ui/select";

const NONE = "none";

/** One of a list, or none at all (null in the form). A long list is found by typing. */
export function ChoiceField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  none,
  options,
  error,
}: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  /** What "no choice" is called. */
  none: string;
  options: readonly Option[];
  error?: string;
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Controller
        control={control}
        name={name}
        render={({ field }) =>
          options.length > 12 ? (
            <Combobox options={options} value={field.value} onChange={field.onChange} placeholder={none} />
          ) : (
            <Select
              options={[{ value: NONE, label: none }, ...options]}
              value={field.value ?? NONE}
              onChange={(next) => field.onChange(next === NONE ? null : next)}
            />
          )
        }
      />
    </Field>
  );
}
