"use client";

import { LogOut, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactElement, useEffect, useState, useTransition } from "react";
import {
  Menu,
  MenuCheckbox,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadio,
  MenuSeparator,
} from "@/components/ui/menu";
import type { Theme } from "@/lib/platform/i18n/locale";
import { shortcutsOn, switchShortcuts } from "./shortcuts";
import type { ShellAccount, ShellOrganisation } from "./types";
import { useLook } from "./use-look";

const currentTheme = (): Theme => {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
};

/** Language, look, organisation and the way out; `trigger` is its button. `extra` are links above (on a phone: Settings). */
export default function UserMenu({
  trigger,
  open,
  onOpenChange,
  account,
  organisations = [],
  extra = [],
}: {
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  account: ShellAccount;
  organisations?: readonly ShellOrganisation[];
  extra?: readonly { label: string; href: string }[];
}) {
  const t = useTranslations("nav");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const [, startTransition] = useTransition();
  const { chooseTheme, chooseLocale } = useLook(account);
  const [theme, setTheme] = useState<Theme>("system");
  const [keys, setKeys] = useState(true);
  useEffect(() => {
    setTheme(currentTheme());
    setKeys(shortcutsOn());
  }, []);

  return (
    <Menu trigger={trigger} open={open} onOpenChange={onOpenChange} side="top" align="start">
      {extra.map((link) => (
        <MenuLink key={link.href} href={link.href}>
          {link.label}
        </MenuLink>
      ))}
      {account.profileHref && (
        <MenuLink href={account.profileHref} icon={<UserRound />}>
          {t("profile")}
        </MenuLink>
      )}
      {organisations.length > 1 && (
        <>
          <MenuLabel>{t("organisations")}</MenuLabel>
          {organisations.map((organisation) => (
            <MenuLink key={organisation.href} href={organisation.href}>
              <span className={organisation.current ? "font-semibold" : undefined}>{organisation.name}</span>
            </MenuLink>
          ))}
        </>
      )}
      <MenuSeparator />
      <MenuRadio
        label={t("language")}
        value={locale}
        onChange={chooseLocale}
        options={[
          { value: "en", label: t("english") },
          { value: "nl", label: t("dutch") },
        ]}
      />
      <MenuRadio
        label={t("theme")}
        value={theme}
        onChange={(next) => {
          setTheme(next);
          chooseTheme(next);
        }}
        options={[
          { value: "light", label: t("light") },
          { value: "dark", label: t("dark") },
          { value: "system", label: t("system") },
        ]}
      />
      <MenuSeparator />
      <MenuCheckbox
        checked={keys}
        onChange={(on) => {
          setKeys(on);
          switchShortcuts(on);
        }}
      >
        {t("shortcuts")}
      </MenuCheckbox>
      {account.signOutHref && (
        <MenuLink href={account.signOutHref} icon={<LogOut />}>
          {t("signOut")}
        </MenuLink>
      )}
      {account.signOut && (
        <MenuItem
          icon={<LogOut />}
          onSelect={() => startTransition(async () => void (await account.signOut?.()))}
        >
          {t("signOut")}
        </MenuItem>
      )}
    </Menu>
  );
}
