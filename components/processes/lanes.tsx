import type { CSSProperties, ReactNode } from "react";

/**
 * The canvas: lanes of equal width on one line, which scroll sideways inside themselves when there is no room.
 * On a phone the lanes lie below each other and the line is left to the stage heads.
 */
export function Lanes({
  label,
  count,
  buyer,
  legend,
  end,
  after,
  children,
}: {
  label: string;
  count: number;
  /** "The buyer", at the start of the upper line. */
  buyer: string;
  /** What the interchange means. */
  legend: string;
  /** The name of the terminus. */
  end: string;
  /** Below the terminus: where a new stage is typed. */
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
      <p className="hidden justify-between gap-6 pr-4 pb-1 text-caption sm:flex">
        <span className="font-semibold text-ink-2">{buyer}</span>
        <span className="font-normal text-ink-3">{legend}</span>
      </p>
      <div className="flex flex-col gap-y-6 pr-4 sm:flex-row sm:gap-y-0">
        <ol
          className="flex flex-1 flex-col gap-y-6 sm:min-w-(--lanes) sm:flex-row sm:gap-y-0"
          style={room(count)}
        >
          {children}
        </ol>
        <div className="flex shrink-0 flex-col gap-1 sm:mt-33 sm:ml-3">
          <span className="hidden font-serif text-lead font-medium sm:block">{end}</span>
          {after}
        </div>
      </div>
    </section>
  );
}

/** No lane is narrower than this, in rem: room for WHO, WHEN and the star beside each other. */
const NARROWEST = 11.25;
const room = (count: number) => ({ "--lanes": `${count * NARROWEST}rem` }) as CSSProperties;

/** One lane. Its head lies below the line, its steps below the head. */
export function Lane({ line, head, children }: { line: ReactNode; head: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-w-0 flex-col sm:flex-1 sm:basis-0">
      <div className="pl-2 sm:pl-0">{line}</div>
      <div className="-ml-2 flex flex-col pr-3 pl-2 sm:pr-1.5">
        {head}
        {children}
      </div>
    </li>
  );
}
