"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Field } from "@base-ui/react/field";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { CONTROL, PANEL, ROW } from "./control-style";

export type Option<Value extends string = string> = {
  value: Value;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
};

/** One of a short list. `name` puts the value into a form; for long lists use Combobox. */
export function Select<Value extends string>({
  options,
  value,
  defaultValue,
  onChange,
  placeholder,
  name,
  label,
  disabled,
  required,
  inline = false,
  className,
}: {
  options: readonly Option<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  placeholder?: string;
  name?: string;
  /** Name for assistive technology when no Field stands around it. */
  label?: string;
  disabled?: boolean;
  required?: boolean;
  /** As wide as its text, for filters above a list. */
  inline?: boolean;
  className?: string;
}) {
  return (
    // The list would bring a style element of its own, which our content security policy refuses and we do not need.
    <CSPProvider disableStyleElements>
      <Base.Root
        items={options.map(({ value, label }) => ({ value, label }))}
        value={value}
        defaultValue={defaultValue}
        onValueChange={(next) => next !== null && onChange?.(next)}
        name={name}
        disabled={disabled}
        required={required}
      >
        <Base.Trigger
          aria-label={label}
          className={cn(
            CONTROL,
            "flex items-center justify-between gap-2 text-left",
            inline && "w-auto font-semibold",
            className,
          )}
        >
          <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
          <Base.Icon className="text-ink-3">
            <ChevronDown className="size-4" aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} align="start" alignItemWithTrigger={false} className="z-40">
            <Base.Popup
              className={cn(PANEL, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1")}
            >
              <Base.List>
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    className={ROW}
                  >
                    <span className="flex w-4 shrink-0 justify-center">
                      <Base.ItemIndicator>
                        <Check className="size-4" aria-hidden="true" />
                      </Base.ItemIndicator>
                    </span>
                    <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                    {option.hint && (
                      <span className="text-caption font-normal text-ink-3">{option.hint}</span>
                    )}
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  );
}

/** The browser's own select: no script needed, best on a phone and inside plain server forms. */
export function NativeSelect({
  options,
  className,
  ...rest
}: { options: readonly Option[] } & ComponentProps<"select">) {
  return (
    <span className="relative flex">
      <Field.Control
        className={cn(CONTROL, "appearance-none pr-9", className)}
        render={
          <select {...rest}>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
        }
      />
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
        aria-hidden="true"
      />
    </span>
  );
}
