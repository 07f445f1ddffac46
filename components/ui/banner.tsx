import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { TONE } from "./badge";
import { cn } from "./cn";

const ICON = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

/** A message that belongs to the page. `bad` and `warn` are announced when they appear. `action` is the way out. */
export function Banner({
  tone = "info",
  title,
  children,
  action,
}: {
  tone?: keyof typeof ICON;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICON[tone];
  return (
    <div
      role={tone === "bad" || tone === "warn" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card px-4 py-3 text-body",
        TONE[tone],
      )}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title && <p className="text-body-strong">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
