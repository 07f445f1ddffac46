"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DialogProps } from "./dialog";
import { useFirstField } from "./first-field";
import { IconButton } from "./icon-button";

/**
 * A panel docked at the right. The page beside it stays in use (`modal` false, the default), so the number it
 * explains can stay marked; on a phone it covers the page.
 */
export function SideSheet({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  modal = false,
  children,
}: DialogProps & { modal?: boolean }) {
  const t = useTranslations("common");
  const { body, initialFocus } = useFirstField();
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange?.(next)}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        {modal && <Base.Backdrop className="pop fixed inset-0 z-30 min-h-dvh bg-scrim" />}
        <Base.Popup
          initialFocus={initialFocus}
          className="fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line bg-surface text-body text-ink shadow-float transition-transform duration-[180ms] ease-out outline-none data-ending-style:translate-x-full data-starting-style:translate-x-full sm:w-100"
        >
          <header className="flex items-start gap-3 px-6 pt-5">
            <div className="min-w-0 flex-1">
              <Base.Title className="section-title">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-caption text-ink-3">{description}</Base.Description>
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
            <footer className="flex flex-wrap gap-2 border-t border-line px-6 py-4">{footer}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
