"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { entries, flush, wipe } from "@/lib/platform/outbox/outbox";

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
  const [waiting, setWaiting] = useState<number | null>(null);
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
    const left = (await entries().catch(() => [])).length;
    if (left > 0) setWaiting(left);
    else await leave();
  };
  const question = waiting !== null && (
    <Suspense>
      <Question
        title={t("title", { count: waiting })}
        text={t("text")}
        confirm={t("confirm")}
        onConfirm={leave}
        onClose={() => setWaiting(null)}
      />
    </Suspense>
  );
  return { signOut, question };
}
