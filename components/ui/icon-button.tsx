import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button-style";
import { cn } from "./cn";

// Drawn by CSS from the label: a script for this would weigh more than the page around it.
const TIP =
  "after:pointer-events-none after:absolute after:top-full after:z-10 after:mt-1 after:hidden after:rounded-control after:bg-ink " +
  "after:px-2 after:py-1 after:text-caption after:font-medium after:whitespace-nowrap after:text-canvas after:content-[attr(aria-label)] " +
  "after:late hover:after:block focus-visible:after:block aria-expanded:after:hidden! touch:after:hidden!";

const SIDE = {
  center: "after:left-1/2 after:-translate-x-1/2",
  start: "after:left-0",
  end: "after:right-0",
  above: "after:top-auto after:bottom-full after:left-0 after:mt-0 after:mb-1",
};

/** A button that shows only an icon; `label` is its name and its tooltip, `tooltip` says where that goes. */
export function IconButton({
  label,
  children,
  className,
  variant = "quiet",
  tooltip = "center",
  ...rest
}: {
  label: string;
  children?: ReactNode;
  variant?: "quiet" | "secondary";
  tooltip?: keyof typeof SIDE | false;
} & Omit<ComponentProps<"button">, "aria-label">) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={buttonClass(
        variant,
        "medium",
        cn("w-9 px-0 text-ink-2 touch:min-w-11", tooltip && TIP, tooltip && SIDE[tooltip], className),
      )}
    >
      {children}
    </button>
  );
}
