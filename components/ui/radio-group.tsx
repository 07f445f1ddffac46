"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { cn } from "./cn";
import type { Option } from "./select";

type Props<Value extends string> = {
  options: readonly Option<Value>[];
  /** Name of the group for assistive technology, when no Field stands around it. */
  label?: string;
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  name?: string;
  disabled?: boolean;
  className?: string;
};

/** One of a few, written below each other, each with an optional line of explanation. */
export function RadioGroup<Value extends string>({
  options,
  label,
  onChange,
  className,
  ...rest
}: Props<Value>) {
  return (
    <Base
      {...rest}
      aria-label={label}
      onValueChange={(value) => onChange?.(value as Value)}
      className={cn("flex flex-col gap-2", className)}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is a Base UI radio, which the label names
        <label key={option.value} className="inline-flex min-h-6 items-start gap-2 text-body touch:min-h-11">
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface data-checked:border-accent data-disabled:opacity-60"
          >
            <Radio.Indicator className="size-2 rounded-full bg-accent" />
          </Radio.Root>
          <span>
            {option.label}
            {option.hint && <span className="block text-caption font-normal text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Base>
  );
}

/** One of two to four, side by side as one control. */
export function Segmented<Value extends string>({
  options,
  label,
  onChange,
  className,
  ...rest
}: Props<Value>) {
  return (
    <Base
      {...rest}
      aria-label={label}
      onValueChange={(value) => onChange?.(value as Value)}
      className={cn(
        // One line between two; the first of each row has its own under the edge.
        "inline-flex h-fit w-fit overflow-clip rounded-control border border-line bg-surface [&>[role=radio]]:-ml-px [&>[role=radio]]:border-l [&>[role=radio]]:border-line",
        className,
      )}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          aria-label={option.label}
          className="inline-flex min-h-9 items-center px-3.5 text-body text-ink-2 -outline-offset-2 hover:bg-sunken data-checked:bg-accent-soft data-checked:font-semibold data-checked:text-accent touch:min-h-11"
        >
          {option.label}
        </Radio.Root>
      ))}
    </Base>
  );
}
