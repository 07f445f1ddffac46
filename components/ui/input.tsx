"use client";

import { Field } from "@base-ui/react/field";
import { Input as Base } from "@base-ui/react/input";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";
import { CONTROL } from "./control-style";

/**
 * One line of text. Inside a Field it takes label, hint and error by itself. `numeric` aligns digits to the right;
 * `most` says how many characters fit: what is typed or pasted beyond that stays, and it says so.
 */
export function Input({
  className,
  numeric,
  most,
  ...rest
}: { numeric?: boolean; most?: number; className?: string } & Omit<
  ComponentProps<typeof Base>,
  "className"
>) {
  const { note, ...over } = useMost(most, rest);
  return (
    <>
      <Base {...rest} {...over} className={cn(CONTROL, numeric && "tnum text-right", className)} />
      {note}
    </>
  );
}

/** Several lines of text, growing with its content where the browser can. `most` as of Input. */
export function Textarea({
  className,
  rows = 3,
  most,
  ...rest
}: { most?: number } & Omit<ComponentProps<"textarea">, "maxLength">) {
  const { note, ...over } = useMost(most, rest);
  return (
    <>
      <Field.Control
        render={<textarea rows={rows} {...rest} {...over} />}
        className={cn(CONTROL, "field-sizing-content min-h-20 resize-y", className)}
      />
      {note}
    </>
  );
}

type Typed = Pick<ComponentProps<"input">, "value" | "defaultValue">;

/** Counts what stands in a field. A maxLength would cut a pasted text without a word. */
function useMost(most: number | undefined, { value, defaultValue }: Typed) {
  const t = useTranslations("common");
  const [typed, setTyped] = useState(String(defaultValue ?? ""));
  if (most === undefined) return { note: null };
  const { length } = String(value ?? typed).trim();
  const over = length > most;
  return {
    note: over && (
      <Field.Description role="alert" className="text-caption text-bad">
        {t("tooLong", { length, most })}
      </Field.Description>
    ),
    // A field that says itself what is wrong is left alone.
    ...(over && { "aria-invalid": true as const }),
    onInput: (event: React.FormEvent<HTMLElement>) => setTyped((event.target as HTMLInputElement).value),
  };
}
