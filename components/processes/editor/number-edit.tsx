"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A whole number of the draft, or nothing. It becomes an edit on leaving and on Enter. */
export function NumberEdit({
  label,
  field,
  value,
  min,
  max,
  wrong,
  hint,
  placeholder,
  onEdit,
}: {
  label: string;
  field: string;
  value: number | null;
  min: number;
  max: number;
  /** What to say where it is no whole number in range. */
  wrong: string;
  hint?: string;
  placeholder?: string;
  onEdit: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return null;
    const number = Number(text);
    return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
  };
  const now = typed === null ? value : read(typed);
  const done = () => {
    if (typed === null || now === undefined) return;
    if (now !== value) onEdit(now);
    setTyped(null);
  };
  return (
    <Field label={label} hint={hint} error={now === undefined ? wrong : undefined}>
      <Input
        inputMode="numeric"
        data-field={field}
        placeholder={placeholder}
        value={typed ?? (value === null ? "" : String(value))}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event: React.KeyboardEvent) => {
          if (event.key === "Enter") done();
        }}
        className="tnum"
      />
    </Field>
  );
}
