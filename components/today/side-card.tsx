import type { ReactNode } from "react";

/** A titled part of the column beside the list. */
export function SideCard({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={id} className="section-title">
          {title}
        </h2>
        {aside && <span className="tnum text-caption font-normal text-ink-3">{aside}</span>}
      </header>
      <div className="rounded-card border border-line bg-surface px-4 py-3">{children}</div>
    </section>
  );
}
