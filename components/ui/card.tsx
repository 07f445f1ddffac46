import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/**
 * A sheet on the canvas. `title` is a finding in a sentence where it can be; `next` draws the orange edge of the one
 * next step on a view.
 */
export function Card({
  title,
  sub,
  actions,
  next = false,
  className,
  children,
  ...rest
}: { title?: ReactNode; sub?: ReactNode; actions?: ReactNode; next?: boolean } & Omit<
  ComponentProps<"section">,
  "title"
>) {
  return (
    <section
      {...rest}
      className={cn(
        "rounded-card border border-line bg-surface p-4 sm:p-5",
        next && "border-l-[3px] border-l-here",
        className,
      )}
    >
      {(title || actions) && (
        <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {title && <h2 className="section-title">{title}</h2>}
            {sub && <p className="text-caption font-normal text-ink-3">{sub}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
