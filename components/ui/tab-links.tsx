import Link from "next/link";
import type { ReactNode } from "react";
import { TAB, TAB_BAR } from "./tab-style";

/** Tabs that are addresses (saved views, pages of one subject). */
export function TabLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: ReactNode; count?: number; active?: boolean }[];
}) {
  return (
    <nav aria-label={label} className={TAB_BAR}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.active ? "page" : undefined}
          className={TAB}
        >
          {item.label}
          {item.count !== undefined && (
            <span className="tnum text-caption font-normal text-ink-3">{item.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
