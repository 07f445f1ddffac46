import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** A part of a card that is folded away until somebody needs it; open when there is something in it. */
export function Section({
  title,
  count,
  open = count > 0,
  children,
}: {
  title: string;
  /** How many things are in it, shown beside the title. */
  count: number;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group border-t border-line pt-3">
      <summary className="flex min-h-6 cursor-pointer items-baseline gap-2 text-body-strong touch:min-h-11">
        <ChevronRight
          className="size-4 shrink-0 self-center text-ink-3 transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
        {title}
        {count > 0 && <span className="tnum text-caption font-normal text-ink-3">{count}</span>}
      </summary>
      <div className="mt-2 flex flex-col gap-3">{children}</div>
    </details>
  );
}
