"use client";

import { Field } from "@base-ui/react/field";
import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { CONTROL } from "./control-style";

/** One line of text. Inside a Field it takes label, hint and error by itself. `numeric` aligns digits to the right. */
export function Input({
  className,
  numeric,
  ...rest
}: { numeric?: boolean; className?: string } & Omit<ComponentProps<typeof Base>, "className">) {
  return <Base {...rest} className={cn(CONTROL, numeric && "tnum text-right", className)} />;
}

/** Several lines of text, growing with its content where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      render={<textarea rows={rows} {...rest} />}
      className={cn(CONTROL, "field-sizing-content min-h-20 resize-y", className)}
    />
  );
}
