"use client";

import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button-style";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

/** A button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  children,
  className,
  variant = "quiet",
  tooltip = true,
  ...rest
}: { label: string; children?: ReactNode; variant?: "quiet" | "secondary"; tooltip?: boolean } & Omit<
  ComponentProps<"button">,
  "aria-label"
>) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={buttonClass(variant, "medium", cn("w-9 px-0 text-ink-2 touch:min-w-11", className))}
    >
      {children}
    </button>
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
