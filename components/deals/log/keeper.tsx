"use client";

import { CircleAlert, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { bind } from "@/lib/platform/outbox/outbox";
import { keepShell } from "@/lib/platform/outbox/shell";
import { useOutbox } from "@/lib/platform/outbox/use-outbox";
import { useSender } from "@/lib/platform/outbox/use-sender";
import { paths } from "@/lib/platform/paths";

/**
 * Sends logs that wait on this device, wherever in the organisation somebody is, says so while some wait or cannot be
 * sent, and keeps the log screen at hand for when there is no connection.
 */
export function LogKeeper({ org, userId, member }: { org: string; userId: string; member: string }) {
  const t = useTranslations("nav.logs");
  const [ready, setReady] = useState(false);
  const kept = useOutbox() ?? [];
  useEffect(() => {
    void bind(userId, org, member).then(() => {
      setReady(true);
      return keepShell(paths.log(org));
    });
  }, [org, userId, member]);
  useSender(ready);
  // What is only just on its way is no news.
  const stuck = kept.filter(({ state }) => state !== "waiting").length;
  const tried = kept.filter(({ state, tries }) => state === "waiting" && tries !== 1).length;
  if (!ready || stuck + tried === 0) return null;
  const Icon = stuck > 0 ? CircleAlert : CloudOff;
  return (
    // A whole load, as of the log button: the screen may have to come from this device.
    <a
      href={paths.log(org)}
      className={cn(
        "fixed bottom-[calc(4.5rem+env(safe-area-inset-bottom))] left-4 z-20 flex min-h-12 items-center gap-2 rounded-full border bg-surface px-4 text-caption shadow-float sm:right-4 sm:bottom-4 sm:left-auto print:hidden",
        stuck > 0 ? "border-warn text-warn" : "border-line text-ink-2",
      )}
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.6} aria-hidden="true" />
      {stuck > 0 ? t("needsYou", { count: stuck }) : t("waiting", { count: tried })}
    </a>
  );
}
