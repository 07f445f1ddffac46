"use client";

import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { ShellNav, ShellOrganisation } from "@/components/shell/types";
import { chooseLocale } from "@/lib/features/accounts/actions";
import { paths } from "@/lib/platform/paths";

/** The shell around an organisation's pages, with what its account menu does. */
export function OrgFrame({
  org,
  member,
  nav,
  organisations,
  homeHref,
  profileHref,
  children,
}: {
  org: { name: string };
  member: { name: string; role: string };
  nav: ShellNav;
  organisations: readonly ShellOrganisation[];
  homeHref: string;
  profileHref: string;
  children: ReactNode;
}) {
  return (
    <AppShell
      org={org}
      member={member}
      nav={nav}
      organisations={organisations}
      homeHref={homeHref}
      account={{
        profileHref,
        saveLocale: (locale) => chooseLocale({ locale }),
        signOut: async () => {
          // Fetched only now: no page waits for it.
          await import("next-auth/react")
            .then(({ signOut }) => signOut({ redirect: false }))
            .catch(() => undefined);
          // A full load: nothing of the person stays in memory.
          window.location.assign(paths.signIn());
        },
      }}
    >
      {children}
    </AppShell>
  );
}
