"use client";

import type { ReactNode } from "react";
import { cn } from "./cn";
import { useUrlParam } from "./use-url-param";

/** A number that opens its explanation and its deals; it stays marked while that is open. */
export function FigureButton({
  id,
  label,
  className,
  children,
}: {
  id: string;
  /** What it is, for who hears the number alone. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const [open, set] = useUrlParam("explain");
  const active = open === id;
  return (
    <button
      type="button"
      aria-expanded={active}
      onClick={() => set(active ? null : id)}
      className={cn(
        "tnum -mx-1 min-h-6 rounded-xs px-1 text-left decoration-control decoration-dotted underline-offset-4 hover:bg-accent-soft hover:underline",
        active && "bg-accent-soft shadow-[inset_0_-2px_0_var(--accent)]",
        className,
      )}
    >
      <span className="sr-only">{label}: </span>
      {children}
    </button>
  );
}
