"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";

/**
 * Asks before what cannot be undone (publish, delete, remove a person); everything else gets an undo instead.
 * `title` names the thing, `children` the consequence, `confirm` the verb ("Remove Eva"), never "OK".
 * It stays open, waiting, until `onConfirm` is done.
 */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = true,
  onConfirm,
  trigger,
  open: openFromOutside,
  onOpenChange,
}: {
  title: ReactNode;
  children?: ReactNode;
  confirm: string;
  danger?: boolean;
  onConfirm: () => void | Promise<void>;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const t = useTranslations("common");
  const [inner, setInner] = useState(false);
  const [busy, setBusy] = useState(false);
  const open = openFromOutside ?? inner;
  const change = (next: boolean) => {
    setInner(next);
    onOpenChange?.(next);
  };
  const run = async () => {
    setBusy(true);
    try {
      await onConfirm();
      change(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Base.Root open={open} onOpenChange={change}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="pop fixed inset-0 z-30 min-h-dvh bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-30 flex items-center justify-center p-6">
          <Base.Popup className="pop w-full max-w-md rounded-card bg-surface p-6 text-body text-ink shadow-float outline-none">
            <Base.Title className="section-title">{title}</Base.Title>
            {children && (
              <Base.Description render={<div />} className="mt-2 text-ink-2">
                {children}
              </Base.Description>
            )}
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button />}>{t("cancel")}</Base.Close>
              <Button variant={danger ? "danger" : "primary"} loading={busy} onClick={run}>
                {confirm}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
