import { RouteGps } from "./route-gps";
import { RouteMap } from "./route-map";
import { RouteMini } from "./route-mini";
import { RouteProcess } from "./route-process";
import type { RouteView } from "./types";

/**
 * The one line of the product. `process`: the buyer's line joined to ours; `map`: stations with names (`numbered` for
 * levels); `gps`: one deal under way, upright on a phone; `mini`: 16 px on a card. The same grammar everywhere:
 * solid = proven, hollow double = claimed, dotted = ahead.
 */
export function RouteLine({
  variant,
  numbered,
  className,
  ...view
}: RouteView & { variant: "map" | "gps" | "mini" | "process"; numbered?: boolean; className?: string }) {
  if (variant === "mini") return <RouteMini view={view} className={className} />;
  if (variant === "gps") return <RouteGps view={view} className={className} />;
  if (variant === "process") return <RouteProcess view={view} className={className} />;
  return <RouteMap view={view} numbered={numbered} className={className} />;
}
