"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The primary button of a form with a server action; shows by itself that the form is on its way. */
export function SubmitButton({ variant = "primary", ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button {...rest} variant={variant} type="submit" loading={pending || rest.loading} />;
}
