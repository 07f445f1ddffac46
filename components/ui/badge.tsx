import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "neutral" | "accent" | "here" | "good" | "warn" | "bad" | "info" | "presence";

/** Soft ground and readable text of each tone. Colour is never the only cue: the words carry the meaning. */
export const TONE: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-2",
  accent: "bg-accent-soft text-accent",
  here: "bg-here-soft text-here",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
  presence: "bg-presence-soft text-presence",
};

/** A few words about a thing: its state, its owner, its timing. `here` only for the one next step of a view. */
export function Badge({
  tone = "neutral",
  icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex min-h-5 items-center gap-1 rounded-full px-2 text-caption whitespace-nowrap [&_svg]:size-3.5",
        TONE[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

/** A count in a soft pill, with what it counts in words for assistive technology. */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="tnum inline-flex min-w-5 justify-center rounded-full bg-sunken px-1.5 text-caption text-ink-2">
      <span aria-hidden="true">{value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
