"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** A tick box with its words; the words are part of the target. `hideLabel` for the first column of a table. */
export function Checkbox({
  label,
  hint,
  hideLabel = false,
  className,
  ...rest
}: {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  className?: string;
  name?: string;
  value?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  indeterminate?: boolean;
  disabled?: boolean;
  required?: boolean;
  onCheckedChange?: (checked: boolean) => void;
}) {
  const words = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is a Base UI checkbox, which the label names
    <label
      className={cn(
        "inline-flex min-h-6 items-start gap-2 text-body touch:min-h-11 touch:items-center",
        className,
      )}
    >
      <Base.Root
        {...rest}
        aria-labelledby={words}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-xs border border-control bg-surface text-on-accent data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60 data-indeterminate:border-accent data-indeterminate:bg-accent"
      >
        <Base.Indicator>
          {rest.indeterminate ? (
            <Minus className="size-3" strokeWidth={3} aria-hidden="true" />
          ) : (
            <Check className="size-3" strokeWidth={3} aria-hidden="true" />
          )}
        </Base.Indicator>
      </Base.Root>
      <span id={words} className={cn(hideLabel && "sr-only")}>
        {label}
        {hint && <span className="block text-caption font-normal text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
