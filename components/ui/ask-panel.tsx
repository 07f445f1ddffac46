"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { isTyping } from "./typing";

/**
 * A small question beside the page, which stays in use: one answer by tap or by the keys 1 to 9. Escape takes back what it
 * is about. `without` is the button for no answer at all; without options it only tells something.
 */
export function AskPanel<Value extends string>({
  title,
  options,
  onAnswer,
  without,
  onWithout,
  onCancel,
  cancel,
  children,
}: {
  title: ReactNode;
  options: readonly { value: Value; label: ReactNode }[];
  onAnswer: (value: Value) => void;
  without?: string;
  onWithout?: () => void;
  onCancel: () => void;
  cancel: string;
  children?: ReactNode;
}) {
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as Element;
    // What is pressed in a menu, in another dialog or while typing elsewhere is meant for that.
    if (!panel.current?.contains(target) && isTyping(event)) return;
    if (event.key === "Escape") onCancel();
    else {
      if (target.closest("input, textarea")) return;
      const option = options[Number(event.key) - 1];
      if (!option) return;
      onAnswer(option.value);
    }
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  useLayoutEffect(() => {
    const asked = panel.current;
    const before = document.activeElement;
    asked?.querySelector<HTMLElement>("button[data-answer]")?.focus();
    return () => {
      if (asked?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={panel}
      role="dialog"
      data-ask=""
      aria-labelledby={titleId}
      className="fixed inset-x-2 bottom-36 z-30 rounded-card border border-line bg-surface p-4 text-body text-ink shadow-float sm:right-6 sm:bottom-20 sm:left-auto sm:w-md"
    >
      <div className="flex items-start gap-3">
        <p id={titleId} className="min-w-0 flex-1 text-body-strong">
          {title}
        </p>
        <IconButton label={cancel} tooltip={false} className="-mt-2 -mr-2" onClick={onCancel}>
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      {options.length > 0 && (
        <>
          <div className="mt-2 flex flex-wrap gap-2">
            {options.map(({ value, label }, index) => (
              <Button
                key={value}
                data-answer={value}
                size="small"
                shortcut={index < 9 ? String(index + 1) : undefined}
                onClick={() => onAnswer(value)}
              >
                {label}
              </Button>
            ))}
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            {without && (
              <Button size="small" variant="quiet" onClick={onWithout}>
                {without}
              </Button>
            )}
            <Button size="small" variant="quiet" shortcut="Esc" onClick={onCancel}>
              {cancel}
            </Button>
          </div>
        </>
      )}
      {children && (
        <div className={options.length > 0 ? "mt-3 border-t border-line pt-3" : "mt-2"}>{children}</div>
      )}
    </div>
  );
}
