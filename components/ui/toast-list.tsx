"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Kbd } from "./kbd";
import { takeMessages } from "./toast";
import { isTyping } from "./typing";

type ToastData = { undo?: () => void; undoLabel?: string };

const toasts = Toast.createToastManager<ToastData>();
const UNDO_MS = 10_000;
const READ_MS = 6_000;

function List() {
  const t = useTranslations("common");
  const { toasts: shown, close } = Toast.useToastManager<ToastData>();
  const undoable = shown.find((toast) => toast.data?.undo && toast.transitionStatus !== "ending");

  useEffect(() => {
    if (!undoable) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "z" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      undoable.data?.undo?.();
      close(undoable.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undoable, close]);

  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={cn(
        "w-full rounded-card bg-ink text-body text-canvas shadow-float transition-[opacity,transform] duration-[180ms] ease-out data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0",
        toast.type === "bad" && "bg-bad-soft text-bad",
      )}
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-4">
        {toast.type === "bad" && <CircleAlert className="size-4 shrink-0" aria-hidden="true" />}
        <div className="min-w-0 flex-1">
          <Toast.Title className="text-body-strong" />
          <Toast.Description className="text-caption font-normal" />
        </div>
        {toast.data?.undo && (
          <button
            type="button"
            className="inline-flex min-h-8 items-center gap-1.5 rounded-control border border-current px-2.5 text-caption font-semibold touch:min-h-11"
            onClick={() => {
              toast.data?.undo?.();
              close(toast.id);
            }}
          >
            {toast.data.undoLabel ?? t("undo")}
            {toast.id === undoable?.id && <Kbd bare>Z</Kbd>}
          </button>
        )}
        <Toast.Close
          render={
            <IconButton label={t("close")} tooltip={false} className="text-current hover:bg-transparent" />
          }
        >
          <X className="size-4" aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Draws the messages that `notify` sends. */
export default function ToastList() {
  // This effect runs after the provider's own, so nothing is said before it listens.
  useEffect(
    () =>
      takeMessages((order) => {
        if ("close" in order) return toasts.close(order.close);
        const { id, title, text, tone, undo, undoLabel } = order.show;
        const bad = tone === "bad";
        toasts.add({
          id,
          title,
          description: text,
          type: tone,
          priority: bad ? "high" : "low",
          timeout: undo ? UNDO_MS : bad ? 0 : READ_MS,
          data: { undo, undoLabel },
        });
      }),
    [],
  );
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        {/* On a phone above the button that logs. Beside a question that is asked at the foot of the page, or at its head where there is no room. */}
        <Toast.Viewport className="fixed inset-x-4 bottom-20 z-50 mx-auto flex max-w-md flex-col gap-2 sm:bottom-6 max-sm:[html:has([data-log-button]):not(:has([data-ask]))_&]:bottom-32 max-xl:[html:has([data-ask])_&]:top-[max(1rem,env(safe-area-inset-top))] max-xl:[html:has([data-ask])_&]:bottom-auto xl:[html:has([data-ask])_&]:left-60 xl:[html:has([data-ask])_&]:mx-0 [html:has([data-dock])_&]:bottom-52 sm:[html:has([data-dock])_&]:bottom-36 print:hidden">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
