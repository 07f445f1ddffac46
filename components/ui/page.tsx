import type { ReactNode } from "react";
import { cn } from "./cn";

/** The inside of a page: at most 1,280 px wide, or the whole window for boards and wide tables. */
export function Page({
  wide = false,
  className,
  children,
}: {
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cn("w-full px-4 py-4 sm:px-6", !wide && "mx-auto max-w-page", className)}>{children}</div>
  );
}
