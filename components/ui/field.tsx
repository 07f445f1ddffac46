"use client";

import { Field as Base } from "@base-ui/react/field";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./cn";

/**
 * Label, control, hint and error as one: the control inside (Input, Textarea, Select, Combobox, Checkbox, RadioGroup)
 * is named and described by them. `error` is a finished sentence and also marks the control invalid.
 */
export function Field({
  label,
  hint,
  error,
  name,
  optional = false,
  hideLabel = false,
  disabled,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  name?: string;
  optional?: boolean;
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <Base.Root
      name={name}
      invalid={Boolean(error)}
      disabled={disabled}
      className={cn("flex min-w-0 flex-col gap-1", className)}
    >
      <Base.Label className={cn("text-caption text-ink-2", hideLabel && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-ink-3"> {t("optional")}</span>}
      </Base.Label>
      {children}
      {hint && <Base.Description className="text-caption font-normal text-ink-3">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-caption text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
