"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Asks before logs that wait on this device are thrown away. */
export default function SignOutQuestion({
  title,
  text,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      confirm={confirm}
      onConfirm={onConfirm}
    >
      {text}
    </ConfirmDialog>
  );
}
