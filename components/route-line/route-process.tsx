import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { cn } from "@/components/ui/cn";
import { At } from "./at";
import { RouteLabel } from "./label";
import { layOut } from "./layout";
import { PieceMark, StationMark, StopMark } from "./marks";
import { RouteList } from "./route-list";
import { useRouteSentence } from "./sentence";
import type { RouteView } from "./types";

const BUYER = 44;
const OURS = 108;

/**
 * A process with the buyer's line above ours. The end of a stage is an interchange: a capsule that joins both lines
 * where the buyer proves it, dashed while nobody said what that proof is. Stages are equally wide, so lanes line up below.
 */
export function RouteProcess({ view, className }: { view: RouteView; className?: string }) {
  const t = useTranslations("common.route");
  const label = useRouteSentence(view);
  const plan = layOut(view, false);
  const count = plan.stations.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={cn("overflow-x-auto", className)} aria-label={t("stages")} tabIndex={0}>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height="176"
        className={cn("block overflow-visible px-3", count > 4 ? "min-w-220" : "min-w-160")}
        data-forced-mark
      >
        <RouteLabel x={0} y={0} width={0.4} height={16} className="font-semibold text-ink-2">
          <span>{t("buyer")}</span>
        </RouteLabel>
        <line x1="0" x2="100%" y1={BUYER} y2={BUYER} stroke="var(--control)" strokeWidth="3" />
        <circle cx="0" cy={BUYER} r="6" fill="var(--surface)" stroke="var(--control)" strokeWidth="3" />
        <RouteLabel x={0} y={OURS - 32} width={0.2} height={16} className="font-semibold text-ink-2">
          <span>{t("us")}</span>
        </RouteLabel>
        {plan.pieces.map((piece) => (
          <PieceMark
            key={piece.from}
            piece={piece.track === "ahead" ? { ...piece, track: "solid" } : piece}
            y={OURS}
            weight={6}
          />
        ))}
        {plan.stations.slice(0, 1).map(({ item }) => (
          <StationMark key={item.key} x={0} y={OURS} state="behind" r={8.5} />
        ))}
        {plan.stations.map(({ item, x, width }, index) => {
          const proven = Boolean(item.proof);
          return (
            <Fragment key={item.key}>
              <RouteLabel
                x={x}
                y={20}
                width={width}
                height={16}
                className={index === 0 ? "pr-3" : "pr-3 pl-3"}
              >
                <span className="text-ink">{item.buyerStep}</span>
              </RouteLabel>
              <At x={x + width}>
                <rect
                  x="-9"
                  y={BUYER - 10}
                  width="18"
                  height={OURS - BUYER + 20}
                  rx="9"
                  fill="var(--surface)"
                  stroke={proven ? "var(--interchange)" : "var(--hint)"}
                  strokeWidth="2"
                  strokeDasharray={proven ? undefined : "3 3"}
                />
                <circle cy={BUYER} r="4" fill="var(--control)" />
                <circle cy={OURS} r="5" fill="var(--accent)" />
              </At>
              <RouteLabel
                x={x}
                y={BUYER + 13}
                width={width}
                height={34}
                align="right"
                className="h-full justify-center pr-4 pl-9"
              >
                <span className={cn("line-clamp-2 whitespace-normal!", proven ? "text-ink" : "text-hint")}>
                  {item.proof || t("missingProof")}
                </span>
              </RouteLabel>
              <RouteLabel
                x={x}
                y={OURS + 20}
                width={index === count - 1 ? width * 0.62 : width}
                className="-ml-3 pr-2"
              >
                <span className="font-serif text-lead font-medium">{item.name}</span>
                {item.note && <span className="font-normal text-ink-3">{item.note}</span>}
              </RouteLabel>
            </Fragment>
          );
        })}
        {plan.stops.map(({ key, item, x }) => (
          <StopMark key={key} stop={item} x={x} y={OURS} />
        ))}
        {view.end && (
          <RouteLabel x={0.8} y={OURS + 20} width={0.2} align="right" className="-mr-3">
            <span className="font-serif text-lead font-medium">{view.end.name}</span>
            {view.end.note && <span className="font-normal text-ink-3">{view.end.note}</span>}
          </RouteLabel>
        )}
      </svg>
      <RouteList view={view} />
    </section>
  );
}
