"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Theme } from "@/lib/platform/i18n/locale";
import { type Command, useCommands } from "./commands";
import { shortcutsOn, switchShortcuts } from "./shortcuts";
import type { ShellAccount } from "./types";
import { useLook } from "./use-look";

type Words = (
  key: "signOut" | "theme" | "language" | "shortcuts" | "off" | Theme | "english" | "dutch",
) => string;
type Also = (key: "signOut" | "theme" | "language" | "keys") => string;
export type Doing = {
  readonly theme: (theme: Theme) => void;
  readonly locale: (locale: "en" | "nl") => void;
  readonly shortcuts: (on: boolean) => void;
  readonly signOut: () => void;
};

/** What the account menu does, as commands: looks, the other language, single letters on or off, the way out. */
export function accountCommands(
  { locale, keys }: { locale: string; keys: boolean },
  t: Words,
  also: Also,
  act: Doing,
): Command[] {
  const other = locale === "nl" ? "en" : "nl";
  const command = (label: string, words: string, run: () => void): Command => ({
    label,
    also: words,
    always: true,
    run,
  });
  return [
    ...(["light", "dark", "system"] as const).map((theme) =>
      command(`${t("theme")}: ${t(theme)}`, also("theme"), () => act.theme(theme)),
    ),
    command(`${t("language")}: ${t(other === "nl" ? "dutch" : "english")}`, also("language"), () =>
      act.locale(other),
    ),
    command(keys ? `${t("shortcuts")}: ${t("off")}` : t("shortcuts"), also("keys"), () =>
      act.shortcuts(!keys),
    ),
    command(t("signOut"), also("signOut"), act.signOut),
  ];
}

/** Offers what the account menu does in the palette, on every page. */
export function AccountCommands({ account }: { account: ShellAccount }) {
  const t = useTranslations("nav");
  const also = useTranslations("search.also");
  const locale = useLocale();
  const { chooseTheme, chooseLocale } = useLook(account);
  const [keys, setKeys] = useState(true);
  useEffect(() => setKeys(shortcutsOn()), []);
  useCommands(
    accountCommands({ locale, keys }, t, also, {
      theme: chooseTheme,
      locale: chooseLocale,
      shortcuts: (on) => {
        switchShortcuts(on);
        setKeys(on);
      },
      signOut: () => void account.signOut?.(),
    }),
  );
  return null;
}
