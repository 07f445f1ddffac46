import type { ReactNode } from "react";

/**
 * The canvas: lanes of equal width on one line, which scroll sideways inside themselves when there is no room.
 * On a phone the lanes lie below each other and the line is left to the stage heads.
 */
export function Lanes({
  label,
  after,
  children,
}: {
  label: string;
  /** Beside the last lane: where a new one is typed. */
  after?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="-ml-3 overflow-x-auto overflow-y-hidden pt-1 pb-3 pl-3"
    >
      <div className="flex flex-col gap-y-6 pr-4 sm:flex-row sm:gap-y-0">
        <ol className="flex min-w-0 flex-1 flex-col gap-y-6 sm:flex-row sm:gap-y-0">{children}</ol>
        {after && <div className="sm:mt-28 sm:ml-3">{after}</div>}
      </div>
    </section>
  );
}

/** One lane. Its head lies below the line, its steps below the head. */
export function Lane({ line, head, children }: { line: ReactNode; head: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-w-0 flex-col sm:min-w-46 sm:flex-1 sm:basis-0">
      <div className="pl-2 sm:pl-0">{line}</div>
      <div className="-ml-2 flex flex-col pr-3 pl-2 sm:pr-2">
        {head}
        {children}
      </div>
    </li>
  );
}
