"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { SubLink, Waiting } from "./types";

const within = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** One place on the rail, with the pages below it while one is there. */
export function NavItem({
  href,
  label,
  icon,
  shortcut,
  sub,
  waiting,
}: {
  href: string;
  label: string;
  icon: ReactNode;
  shortcut?: string;
  sub?: readonly SubLink[];
  waiting?: Waiting | null;
}) {
  const path = usePathname();
  const active = within(path, href);
  // The deepest page that fits is the current one, so that an overview is not marked together with a page below it.
  const current = sub
    ?.map((link) => link.href)
    .filter((link) => within(path, link))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <li>
      <Link
        href={href}
        title={label}
        aria-current={active ? (path === href ? "page" : "true") : undefined}
        className={cn(
          "flex min-h-9 items-center gap-3 rounded-control px-2.5 text-body text-ink-2 hover:bg-sunken touch:min-h-11",
          active && "bg-accent-soft font-semibold text-accent hover:bg-accent-soft",
        )}
      >
        <span className="relative">
          {icon}
          {waiting && (
            <span
              aria-hidden="true"
              className="absolute -top-1 -right-1 size-2.5 rounded-full bg-here ring-2 ring-canvas lg:hidden rail-icons:block"
            />
          )}
        </span>
        <span className="sr-only flex-1 lg:not-sr-only rail-icons:sr-only">{label}</span>
        {waiting && (
          <span className="sr-only tnum rounded-full bg-accent-soft px-1.5 text-caption text-accent lg:not-sr-only lg:px-1.5 rail-icons:sr-only">
            <span aria-hidden="true">{waiting.shown}</span>
            <span className="sr-only">{waiting.label}</span>
          </span>
        )}
        {shortcut && !waiting && (
          <span
            aria-hidden="true"
            className="hidden font-sans text-caption font-normal tracking-wider text-ink-3 lg:inline rail-icons:hidden touch:hidden"
          >
            {shortcut}
          </span>
        )}
      </Link>
      {active && sub && sub.length > 0 && (
        <ul className="my-1 ml-4.5 hidden border-l border-line lg:block rail-icons:hidden">
          {sub.map((link) => {
            const here = link.href === current;
            return (
              <li key={link.href}>
                <Link
                  href={link.href}
                  aria-current={here ? "page" : undefined}
                  className={cn(
                    "relative flex min-h-7.5 items-center pl-4 text-body text-ink-2 hover:text-ink",
                    here && "font-semibold text-accent hover:text-accent",
                  )}
                >
                  {here && (
                    <span className="absolute -left-[5px] size-2.5 rounded-full border-2 border-accent bg-canvas" />
                  )}
                  {link.label}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

/** One place in the bar at the bottom of a phone. */
export function BarItem({ href, label, icon }: { href: string; label: string; icon: ReactNode }) {
  const active = within(usePathname(), href);
  return (
    <Link
      href={href}
      aria-current={active ? "page" : undefined}
      className={cn(
        "flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-caption text-ink-2",
        active && "font-semibold text-accent",
      )}
    >
      {icon}
      <span className="max-w-full truncate">{label}</span>
    </Link>
  );
}
