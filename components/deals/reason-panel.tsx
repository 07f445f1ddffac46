"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import {
  CLOSE_REASONS,
  type CloseReason,
  DEVIATION_REASONS,
  type DeviationReason,
} from "@/lib/domain/run/events";

type Reason = CloseReason | DeviationReason;

/**
 * A small question beside the page, which stays in use: one reason by tap or by the keys 1 to 8, or none at all.
 * Escape takes back what it is about. With `kind` null it only tells something.
 */
export function ReasonPanel({
  title,
  kind,
  onAnswer,
  onCancel,
  cancel,
  without,
  children,
}: {
  title: ReactNode;
  kind: "closeReason" | "deviation" | null;
  onAnswer: (reason: Reason | null) => void;
  onCancel: () => void;
  cancel: string;
  /** What the button without a reason says; null where a reason is asked. */
  without?: string | null;
  children?: ReactNode;
}) {
  const t = useTranslations("deals");
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const reasons: readonly Reason[] = kind === "closeReason" ? CLOSE_REASONS : DEVIATION_REASONS;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const reason = kind ? reasons[Number(event.key) - 1] : undefined;
    if (event.key === "Escape") onCancel();
    else if (reason) onAnswer(reason);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("button[data-reason]")?.focus();
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div
      ref={panel}
      role="dialog"
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
      {kind && (
        <>
          <div className="mt-2 flex flex-wrap gap-2">
            {reasons.map((reason, index) => (
              <Button
                key={reason}
                data-reason={reason}
                size="small"
                shortcut={String(index + 1)}
                onClick={() => onAnswer(reason)}
              >
                {t(`${kind}.${reason}`)}
              </Button>
            ))}
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            {without !== null && (
              <Button size="small" variant="quiet" onClick={() => onAnswer(null)}>
                {without ?? t("board.ask.without")}
              </Button>
            )}
            <Button size="small" variant="quiet" shortcut="Esc" onClick={onCancel}>
              {cancel}
            </Button>
          </div>
        </>
      )}
      {children && <div className={kind ? "mt-3 border-t border-line pt-3" : "mt-2"}>{children}</div>}
    </div>
  );
}
