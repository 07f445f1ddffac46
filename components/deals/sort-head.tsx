"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Th } from "@/components/ui/table";
import { paths } from "@/lib/platform/paths";
import { NUMERIC } from "./deal-columns";
import { type DealsFilter, writeFilter } from "./filter";
import { headOf } from "./list-columns";

/** The head of a column: pressed, it orders the list by it, and once more the other way round. */
export function SortHead({
  org,
  filter,
  column,
  children,
}: {
  org: string;
  filter: DealsFilter;
  column: string;
  children: ReactNode;
}) {
  const head = headOf(column, filter.sort);
  if (!head) return <Th numeric={NUMERIC.has(column)}>{children}</Th>;
  const Arrow = head.sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <Th numeric={NUMERIC.has(column)} sorted={head.sorted}>
      <Link
        href={paths.deals(org, writeFilter({ ...filter, sort: head.next }))}
        replace
        prefetch={false}
        scroll={false}
        className={cn(
          "inline-flex min-h-6 items-center gap-1 hover:text-ink touch:min-h-11",
          head.sorted && "text-ink",
        )}
      >
        {children}
        {head.sorted && <Arrow className="size-3.5" aria-hidden="true" />}
      </Link>
    </Th>
  );
}
