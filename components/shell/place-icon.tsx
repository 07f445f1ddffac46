import { Building2, ChartLine, Compass, Inbox, Route, Settings, SquareKanban } from "lucide-react";
import type { Place } from "./types";

const ICON = {
  today: Compass,
  inbox: Inbox,
  deals: SquareKanban,
  processes: Route,
  insights: ChartLine,
  companies: Building2,
  settings: Settings,
};

/** The icon of a place; maturity is a flight of stairs, which the icon set lacks. */
export function PlaceIcon({ place }: { place: Place }) {
  if (place !== "maturity") {
    const Icon = ICON[place];
    return <Icon className="size-4.5 shrink-0" strokeWidth={1.6} aria-hidden="true" />;
  }
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-4.5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <rect x="3.5" y="3.5" width="17" height="17" rx="2" />
      <path d="M7 17v-3.5h3.5V10H14V6.5h3.5V17z" strokeLinecap="round" />
    </svg>
  );
}
