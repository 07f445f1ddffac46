import type { ReactNode } from "react";

/** Instead of nothing: what will appear here, from how much, and the next action. */
export function EmptyState({
  title,
  children,
  action,
  heading: Heading = "h2",
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  heading?: "h1" | "h2" | "h3";
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-dashed border-control p-6">
      <svg viewBox="0 0 96 12" className="w-24 text-accent" aria-hidden="true">
        <path d="M8 6h80" stroke="currentColor" strokeWidth="2" strokeDasharray="0 5" strokeLinecap="round" />
        <circle cx="8" cy="6" r="4" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />
        <circle cx="48" cy="6" r="4" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />
        <circle cx="88" cy="6" r="4" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />
      </svg>
      <Heading className="section-title">{title}</Heading>
      {children && <div className="max-w-sentence text-ink-2">{children}</div>}
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
