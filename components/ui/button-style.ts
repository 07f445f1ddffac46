import { cn } from "./cn";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
  secondary: "border-control bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-bad bg-bad text-on-bad hover:opacity-90",
};

const SIZE: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 text-caption font-semibold",
  medium: "min-h-9 px-3.5 text-body-strong",
  large: "min-h-14 px-5 text-body-strong",
};

/** Class names of everything that looks like a button, so that links and triggers match. */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "medium",
  className?: string,
): string {
  return cn(
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control border py-1 text-center select-none",
    "transition-colors touch:min-h-11",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-3",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    VARIANT[variant],
    SIZE[size],
    className,
  );
}
