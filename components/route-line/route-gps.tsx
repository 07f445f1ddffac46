import { useTranslations } from "next-intl";
import { At } from "./at";
import { RouteLabel } from "./label";
import { layOut, spokenState, withRoom } from "./layout";
import { HereMark, PieceMark, StationMark, StopMark, StoppedMark } from "./marks";
import { RouteList } from "./route-list";
import { RouteVertical } from "./route-vertical";
import { useRouteSentence } from "./sentence";
import type { RouteView } from "./types";

const Y = 48;
const NEAR = 0.18;
/** Share of the line that the note of a skipped step takes. */
const NOTE = 0.24;

/** One deal on its way: lengths are days, solid to where the buyer proved it, hollow where claimed, dotted ahead. Upright on a phone. */
export function RouteGps({ view, className }: { view: RouteView; className?: string }) {
  const t = useTranslations("common.route");
  const label = useRouteSentence(view);
  const plan = layOut(view, true);
  const { here, proven } = plan;
  const skipped = plan.stops.filter(({ item }) => item.state === "skipped" && item.note);
  const near = here !== null && proven !== null && here - proven < NEAR;
  return (
    <div className={className}>
      <div className="hidden sm:block">
        <svg
          role="img"
          aria-label={label}
          width="100%"
          height="124"
          className="block overflow-visible px-4"
          data-forced-mark
        >
          {plan.pieces.map((piece) => (
            <PieceMark key={piece.from} piece={piece} y={Y} weight={6} />
          ))}
          {plan.stops.map(({ key, item, x }) => (
            <StopMark key={key} stop={item} x={x} y={Y} />
          ))}
          {withRoom(skipped, NOTE).map(({ key, item, x }) => (
            <RouteLabel
              key={key}
              x={x}
              y={Y + 10}
              width={NOTE}
              height={16}
              className="pl-7 font-normal text-ink-3"
            >
              <span>{item.note}</span>
            </RouteLabel>
          ))}
          {plan.stations.map(({ item, x, width }, index) => (
            <g key={item.key}>
              <StationMark x={x} y={Y} state={item.state === "here" ? "behind" : item.state} r={8} />
              <RouteLabel
                x={x}
                y={Y + 34}
                width={index === plan.stations.length - 1 ? width * 0.6 : width}
                className="-ml-2 pr-4"
              >
                <span className={item.state === "here" ? "font-semibold text-ink" : "text-ink"}>
                  {spokenState(item) === "claimed" ? `${item.name}, ${t("state.claimed")}` : item.name}
                </span>
                {item.note && <span className="font-normal text-ink-3">{item.note}</span>}
              </RouteLabel>
            </g>
          ))}
          {view.end && (
            <>
              <StationMark x={1} y={Y} state={view.end.reached ? "behind" : "ahead"} r={8} />
              <RouteLabel x={0.84} y={Y + 34} width={0.16} align="right" className="-mr-2">
                <span className="text-ink">{view.end.name}</span>
                {view.end.note && <span className="font-normal text-ink-3">{view.end.note}</span>}
              </RouteLabel>
            </>
          )}
          {proven !== null && proven > 0 && (
            <At x={proven}>
              <line y1="24" y2="36" stroke="var(--accent)" strokeWidth="2" />
              <text
                y="18"
                textAnchor={near ? "end" : "middle"}
                fontSize="12"
                fontWeight="600"
                fill="var(--accent)"
              >
                {t("proven")}
              </text>
            </At>
          )}
          {plan.stopped !== null && (
            <>
              <StoppedMark x={plan.stopped} y={Y} />
              <At x={plan.stopped}>
                <text
                  y="18"
                  textAnchor={plan.stopped > 0.9 ? "end" : "middle"}
                  fontSize="12"
                  fontWeight="600"
                  fill="var(--ink-2)"
                >
                  {view.outcome}
                </text>
              </At>
            </>
          )}
          {here !== null && (
            <>
              <HereMark x={here} y={Y} />
              <At x={here}>
                <text
                  y="18"
                  textAnchor={here > 0.9 ? "end" : near || here < 0.08 ? "start" : "middle"}
                  fontSize="12"
                  fontWeight="600"
                  fill="var(--here)"
                >
                  {view.day === undefined ? t("here") : t("hereDay", { day: view.day })}
                </text>
              </At>
            </>
          )}
        </svg>
        <RouteList view={view} />
      </div>
      <RouteVertical view={view} className="sm:hidden" />
    </div>
  );
}
