"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useRef } from "react";
import { Kbd } from "./kbd";
import type { Option } from "./select";

/** One reason out of at most eight, by tap or by the keys 1 to 8 while the group has the focus. Never required. */
export function ReasonChips({
  label,
  options,
  value,
  defaultValue,
  onChange,
  name,
  keys = true,
}: {
  label: string;
  options: readonly Option[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  name?: string;
  keys?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  return (
    <RadioGroup
      ref={group}
      aria-label={label}
      value={value}
      defaultValue={defaultValue}
      name={name}
      onValueChange={(next: unknown) => typeof next === "string" && onChange?.(next)}
      onKeyDown={(event) => {
        const index = Number(event.key) - 1;
        if (!keys || event.ctrlKey || event.metaKey || event.altKey || !options[index]) return;
        event.preventDefault();
        group.current?.querySelectorAll<HTMLElement>("[role=radio]")[index]?.click();
      }}
      className="flex flex-wrap gap-2"
    >
      {options.map((option, index) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.label}
          disabled={option.disabled}
          className="inline-flex min-h-8 items-center gap-2 rounded-full border border-control bg-surface px-3 text-body hover:bg-sunken data-checked:border-accent data-checked:bg-accent-soft data-checked:font-semibold data-checked:text-accent touch:min-h-11"
        >
          {option.label}
          {keys && index < 8 && <Kbd bare>{index + 1}</Kbd>}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
