import { cn } from "@/components/ui/cn";

/** A large choice for a thumb. */
export const tile = (on: boolean, more = ""): string =>
  cn(
    "flex min-h-11 min-w-0 items-center justify-center gap-1.5 rounded-control border px-1 py-1.5 text-caption",
    on
      ? "border-accent bg-accent-soft font-semibold text-accent ring-1 ring-accent"
      : "border-line bg-surface text-ink-2 hover:bg-sunken",
    more,
  );
