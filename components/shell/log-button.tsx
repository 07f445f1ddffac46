"use client";

import { Plus } from "lucide-react";
import { usePathname } from "next/navigation";

/** Where people are at work on deals; elsewhere it would lie over a form or a map. */
const AT_WORK = /^\/[^/]+\/(?:deals|companies|today)(?:\/(?!new)|$)/;
const DEAL = /\/deals\/([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** Logs from anywhere on a phone, in reach of the thumb; on a deal's page it is about that deal. */
export function LogButton({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  if (!AT_WORK.test(path)) return null;
  const deal = DEAL.exec(path)?.[1];
  return (
    // A whole load: without a connection the log screen comes from this device, which the router does not know.
    <a
      data-log-button=""
      href={deal ? `${href}?deal=${deal}` : href}
      className="fixed right-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 flex min-h-12 items-center gap-2 rounded-full border border-accent bg-surface px-4 text-body-strong text-accent shadow-float sm:hidden print:hidden [html:has([data-dock])_&]:hidden"
    >
      <Plus className="size-5" strokeWidth={1.6} aria-hidden="true" />
      {label}
    </a>
  );
}
