"use client";

import { useState } from "react";
import { Menu, MenuRadio } from "@/components/ui/menu";

/** One blank in the sentence of filters: its present value, and what else it could be. */
export function FilterChoice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${shown}`}
          className="min-h-6 font-semibold text-ink underline decoration-control decoration-dotted underline-offset-4 hover:decoration-ink pointer-coarse:min-h-11"
        >
          {shown}
        </button>
      }
    >
      <MenuRadio
        label={label}
        value={value}
        options={options}
        onChange={(next) => {
          setOpen(false);
          onChange(next);
        }}
      />
    </Menu>
  );
}
