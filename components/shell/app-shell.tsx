import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BarMore, RailAccount } from "./account-buttons";
import { AccountCommands } from "./account-commands";
import { GoKeys } from "./go-keys";
import { LogButton } from "./log-button";
import { Logo } from "./logo";
import { BarItem, NavItem } from "./nav-item";
import { PlaceIcon } from "./place-icon";
import { RailToggle } from "./rail-toggle";
import { BarSearch, RailSearch } from "./search-button";
import {
  PLACE_KEYS,
  PLACES,
  type Place,
  type ShellAccount,
  type ShellNav,
  type ShellOrganisation,
} from "./types";

/** Those with a cell of their own on a phone, beside search; the others stand under More. */
const BAR: readonly Place[] = ["today", "deals", "processes"];

/**
 * Everything around a page: the rail (216 px, 56 when folded or narrow), the bar on a phone, the user menu, G-keys and
 * the skip link. Pages bring their own `Page` and `PageHeader`; the content is the only `main`.
 */
export function AppShell({
  org,
  member,
  nav,
  account,
  organisations,
  homeHref,
  logHref,
  children,
}: {
  org: { name: string };
  member: { name: string; role?: string };
  nav: ShellNav;
  account: ShellAccount;
  organisations?: readonly ShellOrganisation[];
  homeHref: string;
  /** Where something is logged, from anywhere. */
  logHref?: string;
  children: ReactNode;
}) {
  const t = useTranslations("nav");
  const places = PLACES.flatMap((place) => {
    const target = nav[place];
    return target ? [{ place, label: t(place), ...target }] : [];
  });
  const targets = Object.fromEntries(
    places.flatMap(({ place, href }) => (PLACE_KEYS[place] ? [[PLACE_KEYS[place], href]] : [])),
  );
  const rest = places
    .filter(({ place }) => !BAR.includes(place))
    .map(({ label, href, waiting }) => ({
      label: waiting ? `${label} · ${waiting.label}` : label,
      href,
    }));
  const news = places.some(({ place, waiting }) => waiting && !BAR.includes(place));
  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2 focus:shadow-float"
      >
        {t("skip")}
      </a>
      <GoKeys targets={logHref ? { ...targets, l: logHref } : targets} />
      <AccountCommands account={account} />
      <header className="sticky top-0 hidden h-dvh w-14 shrink-0 flex-col border-r border-line sm:flex lg:w-54 rail-icons:w-14 print:hidden">
        <Link
          href={homeHref}
          aria-label={t("home")}
          className="mx-2 mt-3 flex min-h-11 items-center gap-2 rounded-control px-1.5"
        >
          <Logo />
          <span className="hidden min-w-0 lg:block rail-icons:hidden">
            <span className="block font-serif text-title leading-6">Koers</span>
            <span className="block truncate text-caption font-normal text-ink-3">{org.name}</span>
          </span>
        </Link>
        <div className="px-2 pt-3">
          <RailSearch />
        </div>
        <nav aria-label={t("main")} className="min-h-0 flex-1 overflow-y-auto px-2">
          <ul className="flex flex-col gap-0.5">
            {places.map(({ place, label, href, sub, waiting }) => (
              <NavItem
                key={place}
                href={href}
                label={label}
                sub={sub}
                waiting={waiting}
                icon={<PlaceIcon place={place} />}
                shortcut={PLACE_KEYS[place] && `G ${PLACE_KEYS[place].toUpperCase()}`}
              />
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-1 p-2 rail-icons:flex-col">
          <RailAccount
            name={member.name}
            role={member.role}
            account={account}
            organisations={organisations}
          />
          <RailToggle />
        </div>
      </header>
      {logHref && <LogButton href={logHref} label={t("log")} />}
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-32 outline-none sm:pb-4">
        {children}
      </main>
      <nav
        aria-label={t("main")}
        className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
      >
        {places
          .filter(({ place }) => BAR.includes(place))
          .map(({ place, label, href }) => (
            <BarItem key={place} href={href} label={label} icon={<PlaceIcon place={place} />} />
          ))}
        <BarSearch />
        <BarMore account={account} organisations={organisations} extra={rest} news={news} />
      </nav>
    </div>
  );
}
