"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AskPanel } from "@/components/ui/ask-panel";
import {
  CLOSE_REASONS,
  type CloseReason,
  DEVIATION_REASONS,
  type DeviationReason,
} from "@/lib/domain/run/events";

type Reason = CloseReason | DeviationReason;

/** Asks why, beside the page: one reason, or none at all. With `kind` null it only tells something. */
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
  const reasons: readonly Reason[] = kind === "closeReason" ? CLOSE_REASONS : DEVIATION_REASONS;
  return (
    <AskPanel
      title={title}
      options={kind ? reasons.map((reason) => ({ value: reason, label: t(`${kind}.${reason}`) })) : []}
      onAnswer={onAnswer}
      without={without === null ? undefined : (without ?? t("board.ask.without"))}
      onWithout={() => onAnswer(null)}
      onCancel={onCancel}
      cancel={cancel}
    >
      {children}
    </AskPanel>
  );
}
