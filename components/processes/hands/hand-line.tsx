import { At } from "@/components/route-line/at";
import { ownerKey } from "@/lib/domain/process/owner-key";
import type { HandsView } from "./hands-view";

/** Height of a row, in ems of the text beside it. */
const ROW = 1.9;

/**
 * The run's line as it goes from hand to hand: a row per owner, time from left to right, a jog where it is handed over.
 * In the colour of the text, so that it prints; `ground` fills the stops.
 */
export function HandLine({ view, ground }: { view: HandsView; ground: string }) {
  const { clock, rowOf, rowName, time } = view;
  const total = clock.total || 1;
  const y = (row: number) => `${(row + 0.5) * ROW}em`;
  const x = (hours: number) => `${(hours / total) * 100}%`;
  return (
    <div className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)_auto] gap-x-[0.8em]">
      <ul className="min-w-0">
        {clock.hands.map(({ owner }) => (
          <li
            key={ownerKey(owner)}
            title={rowName(owner)}
            className="max-w-[10em] truncate leading-[1.9em] sm:max-w-[18em]"
          >
            {rowName(owner)}
          </li>
        ))}
      </ul>
      <svg width="100%" height={`${clock.hands.length * ROW}em`} overflow="visible" aria-hidden="true">
        {clock.hands.map(({ owner }, row) => (
          <line
            key={ownerKey(owner)}
            x1="0"
            x2="100%"
            y1={y(row)}
            y2={y(row)}
            stroke="currentColor"
            strokeOpacity="0.35"
            strokeDasharray="1 5"
            strokeLinecap="round"
          />
        ))}
        <g stroke="currentColor" strokeWidth="4" strokeLinecap="round">
          {clock.legs.map((leg) => (
            <line
              key={`${leg.stepKeys[0]}`}
              x1={x(leg.from)}
              x2={x(leg.to)}
              y1={y(rowOf(leg.owner))}
              y2={y(rowOf(leg.owner))}
            />
          ))}
          {clock.handOvers.map(({ at, from, to, toStep, sometimes }) => (
            <line
              key={toStep}
              x1={x(at)}
              x2={x(at)}
              y1={y(rowOf(from))}
              y2={y(rowOf(to))}
              strokeWidth="2"
              strokeDasharray={sometimes ? "3 4" : undefined}
            />
          ))}
        </g>
        {clock.legs.map((leg) => (
          <At key={`${leg.stepKeys[0]}`} x={leg.from / total}>
            <circle cy={y(rowOf(leg.owner))} r="4.5" fill={ground} stroke="currentColor" strokeWidth="2" />
          </At>
        ))}
      </svg>
      <ul className="text-right">
        {clock.hands.map(({ owner, hours }) => (
          <li key={ownerKey(owner)} className="tnum leading-[1.9em] font-semibold whitespace-nowrap">
            {time(hours)}
          </li>
        ))}
      </ul>
    </div>
  );
}
