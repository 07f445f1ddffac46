"use client";

import { useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { LIMITS } from "@/lib/domain/process/limits";
import { TooLong } from "./too-long";

/** A name being typed in its own place: Enter and leaving keep it, Escape gives the old one back. */
export function Rename({
  label,
  value,
  onDone,
  className,
}: {
  label: string;
  value: string;
  /** The new name, or null when nothing is to change. */
  onDone: (name: string | null) => void;
  className?: string;
}) {
  // Held against what the person came upon: a name that a colleague changed meanwhile is no reason to change it back.
  const [before] = useState(value);
  const [typed, setTyped] = useState(value);
  const fits = typed.trim().length <= LIMITS.name;
  const message = useId();
  // What does not fit stays in its place, with the reason, until it is shortened or given up.
  const done = () => fits && onDone(typed.trim() === before ? null : typed.trim());
  return (
    <>
      <input
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
        autoFocus
        value={typed}
        aria-invalid={!fits}
        aria-describedby={fits ? undefined : message}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter" && !event.nativeEvent.isComposing) done();
          if (event.key === "Escape") onDone(null);
        }}
        className={cn("w-full rounded-xs bg-surface px-1 outline-2 outline-focus", className)}
      />
      <TooLong id={message} typed={typed} limit={LIMITS.name} />
    </>
  );
}
