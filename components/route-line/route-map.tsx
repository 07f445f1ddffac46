import { useTranslations } from "next-intl";
import { RouteLabel } from "./label";
import { layOut } from "./layout";
import { PieceMark, StationMark, StopMark } from "./marks";
import { RouteList } from "./route-list";
import { RouteVertical } from "./route-vertical";
import { useRouteSentence } from "./sentence";
import type { RouteView } from "./types";

const Y = 40;

/** Stations side by side with their names below: a process at a glance, or the ladder of levels (`numbered`). */
export function RouteMap({
  view,
  numbered = false,
  className,
}: {
  view: RouteView;
  numbered?: boolean;
  className?: string;
}) {
  const t = useTranslations("common.route");
  const label = useRouteSentence(view);
  const stages = view.end ? [...view.stages, null] : view.stages;
  const slot = 1 / Math.max(1, stages.length);
  const plan = layOut(view, false);
  const count = view.stages.length;
  // The drawing runs from the middle of the first slot to the middle of the last one.
  const place = (share: number) => slot / 2 + share * count * slot;
  const last = place(view.end ? 1 : (count - 1) / Math.max(1, count));
  return (
    <div className={className}>
      <div className="hidden sm:block">
        <svg
          role="img"
          aria-label={label}
          width="100%"
          height="112"
          className="block overflow-visible"
          data-forced-mark
        >
          {plan.pieces
            .map((piece) => ({ ...piece, from: place(piece.from), to: Math.min(last, place(piece.to)) }))
            .filter((piece) => piece.to > piece.from)
            .map((piece) => (
              <PieceMark key={piece.from} piece={piece} y={Y} />
            ))}
          {plan.stops.map(
            ({ key, item, x }) => place(x) < last && <StopMark key={key} stop={item} x={place(x)} y={Y} />,
          )}
          {plan.stations.map(({ item, x }, index) => (
            <g key={item.key}>
              <StationMark x={place(x)} y={Y} state={item.state} number={numbered ? index + 1 : undefined} />
              {item.state === "here" && (
                <RouteLabel
                  x={place(x) - slot / 2}
                  y={2}
                  width={slot}
                  height={18}
                  align="center"
                  className="font-semibold text-here"
                >
                  <span>{t("here")}</span>
                </RouteLabel>
              )}
              <RouteLabel x={place(x) - slot / 2} y={Y + 20} width={slot} align="center" className="px-1">
                <span className={item.state === "here" ? "text-body-strong" : "text-body"}>{item.name}</span>
                {item.note && <span className="font-normal text-ink-3">{item.note}</span>}
              </RouteLabel>
            </g>
          ))}
          {view.end && (
            <>
              <StationMark x={last} y={Y} state={view.end.reached ? "behind" : "ahead"} r={7} />
              <RouteLabel x={last - slot / 2} y={Y + 20} width={slot} align="center" className="px-1">
                <span className="text-body">{view.end.name}</span>
                {view.end.note && <span className="font-normal text-ink-3">{view.end.note}</span>}
              </RouteLabel>
            </>
          )}
        </svg>
        <RouteList view={view} />
      </div>
      <RouteVertical view={view} numbered={numbered} className="sm:hidden" />
    </div>
  );
}
