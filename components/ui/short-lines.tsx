import Link from "next/link";
import type { ReactNode } from "react";

export type ShortLine = {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  /** Facts below the title; what is not known is left out. */
  readonly facts: readonly (string | false | null | undefined)[];
  readonly value: ReactNode;
};

/** Things as short lines for the sheet beside a number: each opens its own page. */
export function ShortLines({ lines }: { lines: readonly ShortLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ key, href, title, facts, value }) => (
        <li key={key} className="flex items-start justify-between gap-3 py-2">
          <div className="min-w-0">
            <Link href={href} className="block truncate text-body-strong hover:underline">
              {title}
            </Link>
            <p className="truncate text-caption font-normal text-ink-3">
              {facts.filter(Boolean).join(" · ")}
            </p>
          </div>
          <span className="tnum shrink-0">{value}</span>
        </li>
      ))}
    </ul>
  );
}
