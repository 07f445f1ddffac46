"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { cn } from "./cn";

/**
 * The same look as Segmented, for choices that live in the address (board, list, calendar). Where there is no room for all, the
 * chosen one is in sight.
 */
export function SegmentedLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; active?: boolean }[];
}) {
  const bar = useRef<HTMLElement>(null);
  const chosen = items.find(({ active }) => active)?.href;
  useEffect(() => {
    const link = chosen && bar.current?.querySelector("[aria-current]");
    if (!bar.current || !link) return;
    // Only sideways: the page itself stays where it is.
    const [outer, inner] = [bar.current.getBoundingClientRect(), link.getBoundingClientRect()];
    bar.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [chosen]);
  return (
    <nav
      ref={bar}
      aria-label={label}
      className="inline-flex w-fit max-w-full divide-x divide-line overflow-x-auto overflow-y-clip rounded-control border border-line bg-surface"
    >
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.active ? "page" : undefined}
          className={cn(
            "inline-flex min-h-9 shrink-0 items-center px-3.5 text-body text-ink-2 -outline-offset-2 hover:bg-sunken touch:min-h-11",
            item.active && "bg-accent-soft font-semibold text-accent hover:bg-accent-soft",
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
