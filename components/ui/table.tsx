import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A table with a name. It scrolls sideways inside itself, never the page. `inset` pads the ends of rows, for tables that fill a card. */
export function Table({
  label,
  inset = false,
  className,
  children,
  ...rest
}: { label: string; inset?: boolean } & ComponentProps<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className="relative overflow-x-auto" aria-label={label} tabIndex={0}>
      <table
        {...rest}
        data-inset={inset || undefined}
        className={cn("group/table w-full border-collapse text-body", className)}
      >
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </section>
  );
}

export function Thead({ children }: { children: ReactNode }) {
  return <thead className="text-caption text-ink-3">{children}</thead>;
}

export function Tbody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

/** A row; `selected` for ticked rows, `total` for the sum at the end. */
export function Tr({
  selected,
  total,
  className,
  ...rest
}: { selected?: boolean; total?: boolean } & ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={cn(selected && "bg-selected", total && "border-t border-ink-3 font-semibold", className)}
    />
  );
}

/** A column head, or with `row` the head of a row. `numeric` aligns with the figures below; `sorted` says the order. */
export function Th({
  numeric,
  row,
  sorted,
  className,
  ...rest
}: { numeric?: boolean; row?: boolean; sorted?: "ascending" | "descending" } & ComponentProps<"th">) {
  return (
    <th
      {...rest}
      scope={row ? "row" : "col"}
      aria-sort={sorted}
      className={cn(
        "px-2 py-2 first:pl-0 last:pr-0 group-data-inset/table:first:pl-4 group-data-inset/table:last:pr-4",
        row ? "text-body-strong" : "border-b border-line font-medium whitespace-nowrap",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** A cell; `numeric` is right-aligned with figures of equal width. */
export function Td({ numeric, className, ...rest }: { numeric?: boolean } & ComponentProps<"td">) {
  return (
    <td
      {...rest}
      className={cn(
        "h-9 px-2 py-1.5 first:pl-0 last:pr-0 group-data-inset/table:first:pl-4 group-data-inset/table:last:pr-4",
        numeric ? "tnum text-right whitespace-nowrap" : "text-left",
        className,
      )}
    />
  );
}
