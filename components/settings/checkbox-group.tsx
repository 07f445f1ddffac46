"use client";

import { type ReactNode, useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";

/** Some of a few, as one named group. The chosen values keep the order of `options`. */
export function CheckboxGroup<Values extends FieldValues, Value extends string | number>({
  control,
  name,
  label,
  hint,
  error,
  options,
}: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly { value: Value; label: string }[];
}) {
  const id = useId();
  const { field } = useController({ control, name });
  const chosen: readonly Value[] = field.value;
  const toggle = (value: Value, on: boolean) =>
    field.onChange(
      options
        .map((option) => option.value)
        .filter((option) => (option === value ? on : chosen.includes(option))),
    );
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={described || undefined}>
      <legend className="text-caption text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onCheckedChange={(on) => toggle(option.value, on)}
          />
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-caption font-normal text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-caption text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
