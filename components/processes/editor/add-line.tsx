"use client";

import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { TooLong } from "./too-long";

/**
 * One line to add things by name: Enter adds and stays for the next one, Escape and leaving it empty close it.
 * A pasted list adds one per line.
 */
export function AddLine({
  label,
  name,
  placeholder,
  onAdd,
  limit,
  id,
  startOpen = false,
  className,
}: {
  /** The words on the button. */
  label: string;
  /** What the field is called by assistive technology. */
  name: string;
  placeholder: string;
  onAdd: (name: string) => boolean;
  /** The most characters that a name may have. */
  limit: number;
  /** Where the check leads to when things are missing here. */
  id?: string;
  startOpen?: boolean;
  className?: string;
}) {
  const [open, setOpen] = useState(startOpen);
  const [typed, setTyped] = useState("");
  const message = useId();
  const back = useRef(false);

  /** Adds a name per line; what does not fit stays in the field, after `before`. */
  const add = (text: string, before = ""): boolean => {
    const names = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
    const left = names.filter((one) => one.length > limit || !onAdd(one));
    setTyped([before, ...left].filter(Boolean).join(" "));
    return left.length === 0;
  };
  if (!open) {
    return (
      <button
        ref={(button) => {
          if (!button || !back.current) return;
          back.current = false;
          button.focus();
        }}
        id={id}
        type="button"
        aria-label={name}
        onClick={() => setOpen(true)}
        className={cn(
          "inline-flex min-h-8 items-center gap-1.5 self-start rounded-control px-1.5 text-caption text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11",
          className,
        )}
      >
        <Plus className="size-4" aria-hidden="true" />
        {label}
      </button>
    );
  }
  return (
    <>
      <input
        id={id}
        aria-label={name}
        aria-invalid={typed.trim().length > limit}
        aria-describedby={message}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (!/\r?\n/.test(text.trim())) return;
          event.preventDefault();
          add(text, typed.trim());
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter" && !event.nativeEvent.isComposing) add(typed);
          if (event.key === "Escape") {
            setTyped("");
            back.current = true;
            setOpen(false);
          }
        }}
        onBlur={() => {
          if (typed.trim() ? add(typed) : true) setOpen(false);
        }}
        className={cn(
          "min-h-9 w-full rounded-control border border-dashed border-control bg-surface px-2.5 text-body pointer-coarse:min-h-11",
          className,
        )}
      />
      <TooLong id={message} typed={typed} limit={limit} />
    </>
  );
}
