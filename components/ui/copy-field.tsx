"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/live-region";

/** A text to take along: selected as a whole when it gets the focus, and copied by its button. */
export function CopyField({
  label,
  value,
  copy,
  copied,
  variant = "primary",
}: {
  label: string;
  value: string;
  copy: string;
  copied: string;
  /** Secondary where the page has another way on. */
  variant?: ButtonVariant;
}) {
  const [done, setDone] = useState(false);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Without permission or on plain http the field is still there to copy from by hand.
      return;
    }
    setDone(true);
    announce(copied);
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        <Input
          readOnly
          value={value}
          className="font-mono"
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <Button variant={variant} onClick={take} className="self-start">
        {done ? (
          <Check className="size-4" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
        {done ? copied : copy}
      </Button>
    </div>
  );
}
