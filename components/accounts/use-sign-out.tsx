"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { entries, flush, wipe } from "@/lib/platform/outbox/outbox";
import { keptOf } from "@/lib/platform/typed/typed";

const Question = lazy(() => import("./sign-out-question"));
/** How long signing out waits for logs that are on their way. */
const PATIENCE_MS = 4_000;

/**
 * Ends the session and goes to `to` (our own page), with nothing of the person left in memory or on this device. What
 * still waits here is sent first; what cannot be sent is named and thrown away only when the person says so. `question`
 * has to be drawn.
 */
export function useSignOut(to: string): { signOut: () => Promise<void>; question: ReactNode } {
  const t = useTranslations("auth.leaving");
  const [waiting, setWaiting] = useState<{ logs: number; drafts: number } | null>(null);
  const leave = async () => {
    await wipe().catch(() => undefined);
    // Fetched only now: no page waits for it.
    await import("next-auth/react")
      .then(({ signOut }) => signOut({ redirect: false }))
      .catch(() => undefined);
    window.location.assign(to);
  };
  const signOut = async () => {
    const kept = await entries().catch(() => []);
    if (kept.length > 0 && navigator.onLine)
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).catch(
        () => undefined,
      );
    const logs = (await entries().catch(() => [])).length;
    // Edits that reached the server are no longer kept here.
    const drafts = keptOf("draft");
    if (logs + drafts > 0) setWaiting({ logs, drafts });
    else await leave();
  };
  const question = waiting !== null && (
    <Suspense>
      <Question
        title={waiting.drafts > 0 ? t("draftsTitle") : t("title", { count: waiting.logs })}
        text={waiting.drafts > 0 ? t("draftsText", waiting) : t("text")}
        confirm={t("confirm")}
        onConfirm={leave}
        onClose={() => setWaiting(null)}
      />
    </Suspense>
  );
  return { signOut, question };
}
