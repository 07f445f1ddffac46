"use client";

import { CloudCheck, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOnline, useOutbox } from "@/lib/platform/outbox/use-outbox";

/**
 * One row above the button, always there, so that nothing jumps when the connection goes. `cut`: it went, though the device
 * does not know. */
export function StatusRow({ cut = false }: { cut?: boolean }) {
  const t = useTranslations("deals.log");
  const online = useOnline() && !cut;
  const count = useOutbox()?.length ?? 0;
  const Icon = online ? CloudCheck : CloudOff;
  return (
    <p
      role="status"
      className="flex w-full items-center justify-center gap-2 text-center text-body text-ink-2"
    >
      <Icon className="size-4 shrink-0" strokeWidth={1.6} aria-hidden="true" />
      <span>
        {!online && <strong className="font-semibold text-ink">{t("noConnection")} </strong>}
        {count > 0 ? t("waiting", { count }) : t(online ? "atOnce" : "keptHere")}
      </span>
    </p>
  );
}
