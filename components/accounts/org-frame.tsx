"use client";

import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { ShellNav, ShellOrganisation } from "@/components/shell/types";
import { chooseLocale } from "@/lib/features/accounts/actions";
import { paths } from "@/lib/platform/paths";
import { useSignOut } from "./use-sign-out";

/** The shell around an organisation's pages, with what its account menu does. */
export function OrgFrame({
  org,
  member,
  nav,
  organisations,
  homeHref,
  profileHref,
  logHref,
  children,
}: {
  org: { name: string };
  member: { name: string; role: string };
  nav: ShellNav;
  organisations: readonly ShellOrganisation[];
  homeHref: string;
  profileHref: string;
  logHref: string;
  children: ReactNode;
}) {
  const { signOut, question } = useSignOut(paths.signIn());
  return (
    <AppShell
      org={org}
      member={member}
      nav={nav}
      organisations={organisations}
      homeHref={homeHref}
      logHref={logHref}
      account={{
        profileHref,
        saveLocale: (locale) => chooseLocale({ locale }),
        signOut,
      }}
    >
      {children}
      {question}
    </AppShell>
  );
}
