import type { ReactNode } from "react";

/** A part of the mapping below the columns, with a finding as its heading. */
export function Part({
  title,
  text,
  actions,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-6 border-t border-line pt-4">
      <header className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <div className="max-w-sentence">
          <h3 className="text-body-strong">{title}</h3>
          {text && <p className="text-caption font-normal text-ink-3">{text}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
