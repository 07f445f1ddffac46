import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Text on the line's canvas: it is placed in shares of the width and cut, never scaled, when room is short. */
export function RouteLabel({
  x,
  y,
  width,
  height = 40,
  align = "left",
  className,
  children,
}: {
  x: number;
  y: number;
  width: number;
  height?: number;
  align?: "left" | "center" | "right";
  className?: string;
  children: ReactNode;
}) {
  return (
    <foreignObject x={`${x * 100}%`} y={y} width={`${width * 100}%`} height={height} overflow="visible">
      <div
        className={cn(
          "flex min-w-0 flex-col text-caption",
          align === "center" && "items-center text-center",
          align === "right" && "items-end text-right",
          "[&>*]:max-w-full [&>*]:truncate",
          className,
        )}
      >
        {children}
      </div>
    </foreignObject>
  );
}
