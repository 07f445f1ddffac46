"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { useFirstField } from "./first-field";
import { IconButton } from "./icon-button";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is yours. Make it inside a client component. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A question above the page. On a phone it rises from the bottom. Closing gives the focus back. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  wide = false,
  children,
}: DialogProps & { wide?: boolean }) {
  const t = useTranslations("common");
  const { body, initialFocus } = useFirstField();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="pop fixed inset-0 z-30 min-h-dvh bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-30 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            initialFocus={initialFocus}
            className={cn(
              "pop flex max-h-[90dvh] w-full flex-col rounded-t-card bg-surface text-body text-ink shadow-float outline-none sm:rounded-card",
              wide ? "sm:max-w-3xl" : "sm:max-w-lg",
            )}
          >
            <header className="flex items-start gap-4 px-6 pt-5">
              <div className="min-w-0 flex-1">
                <Base.Title className="section-title">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
                )}
              </div>
              <Base.Close render={<IconButton label={t("close")} tooltip={false} className="-mt-1 -mr-2" />}>
                <X className="size-4" aria-hidden="true" />
              </Base.Close>
            </header>
            <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-6 py-4">
              {children}
            </div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">
                {footer}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
