"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { LOCALE_COOKIE, THEME_COOKIE, type Theme } from "@/lib/platform/i18n/locale";
import { rememberChoice } from "./cookie";
import type { ShellAccount } from "./types";

/** Sets the look and the language, on this device and, where the account keeps them, with the person. */
export function useLook({ saveTheme, saveLocale }: ShellAccount) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return {
    chooseTheme(next: Theme) {
      if (next === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
      rememberChoice(THEME_COOKIE, next === "system" ? "" : next);
      void saveTheme?.(next);
    },
    chooseLocale(next: "en" | "nl") {
      rememberChoice(LOCALE_COOKIE, next);
      startTransition(async () => {
        await saveLocale?.(next);
        router.refresh();
      });
    },
  };
}
