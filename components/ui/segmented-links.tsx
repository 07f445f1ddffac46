import Link from "next/link";
import { cn } from "./cn";

/** The same look as Segmented, for choices that live in the address (board, list, calendar). */
export function SegmentedLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; active?: boolean }[];
}) {
  return (
    <nav
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
