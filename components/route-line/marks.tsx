import { At } from "./at";
import type { Piece } from "./layout";
import type { RouteState, RouteStop } from "./types";

const pct = (share: number) => `${share * 100}%`;

/** A piece of line. Solid: behind and proven; hollow double: claimed; dotted: ahead. `gap` keeps clear of the stations. */
export function PieceMark({
  piece,
  y,
  weight = 5,
  colour = "var(--accent)",
}: {
  piece: Piece;
  y: number;
  weight?: number;
  colour?: string;
}) {
  const ends = { x1: pct(piece.from), x2: pct(piece.to), y1: y, y2: y };
  if (piece.track === "ahead") {
    return (
      <line
        {...ends}
        stroke={colour}
        strokeWidth={weight * 0.72}
        strokeDasharray={`0 ${weight * 1.6}`}
        strokeLinecap="round"
      />
    );
  }
  return (
    <>
      <line {...ends} stroke={colour} strokeWidth={weight} />
      {piece.track === "claimed" && <line {...ends} stroke="var(--surface)" strokeWidth={weight - 3} />}
    </>
  );
}

/** The station of a stage; a number inside where the stages are levels. */
export function StationMark({
  x,
  y,
  state,
  number,
  r = 9,
}: {
  x: number;
  y: number;
  state: RouteState;
  number?: number;
  r?: number;
}) {
  const here = state === "here";
  return (
    <At x={x} y={y}>
      {here && <circle r={r + 5} fill="none" stroke="var(--here)" strokeWidth="1.5" opacity="0.55" />}
      {here && <circle r={r + 4} fill="var(--surface)" />}
      <circle
        r={r}
        fill={here ? "var(--here)" : "var(--surface)"}
        stroke={here ? "var(--here)" : "var(--accent)"}
        strokeWidth={r > 8 ? 3.5 : 3}
      />
      {number !== undefined && (
        <text
          textAnchor="middle"
          y="3.5"
          fontSize="11"
          fontWeight="600"
          fill={here ? "var(--surface)" : "var(--ink)"}
        >
          {number}
        </text>
      )}
    </At>
  );
}

/** The pin "you are here", with its halo. */
export function HereMark({ x, y }: { x: number; y: number }) {
  return (
    <At x={x} y={y}>
      <circle r="13" fill="var(--surface)" stroke="var(--here)" strokeWidth="1.25" opacity="0.9" />
      <circle r="8.5" fill="var(--here)" />
    </At>
  );
}

/** Where the line stops without a win. */
export function StoppedMark({ x, y }: { x: number; y: number }) {
  return (
    <At x={x} y={y}>
      <circle r="10" fill="var(--surface)" />
      <path d="M-5 -5l10 10M5 -5l-10 10" stroke="var(--ink-2)" strokeWidth="3" strokeLinecap="round" />
    </At>
  );
}

/** The stop of a step. */
export function StopMark({ stop, x, y }: { stop: RouteStop; x: number; y: number }) {
  const r = stop.important ? 6 : 4;
  const ring = { r, fill: "var(--surface)", stroke: "var(--accent)", strokeWidth: stop.important ? 2.5 : 2 };
  return (
    <At x={x} y={y}>
      <title>{stop.name}</title>
      {stop.state === "here" ? (
        <>
          <circle r={r + 7} fill="none" stroke="var(--here)" strokeWidth="1.25" opacity="0.7" />
          <circle r={r + 1.5} fill="var(--here)" />
        </>
      ) : stop.state === "skipped" ? (
        <>
          <circle {...ring} stroke="var(--control)" strokeWidth="2" />
          {stop.note && (
            <path
              d="M0 6c0 10 6 12 12 12h10"
              fill="none"
              stroke="var(--control)"
              strokeWidth="1.5"
              strokeDasharray="0 4"
              strokeLinecap="round"
            />
          )}
        </>
      ) : stop.state === "behind" ? (
        <>
          <circle r={r + 1.5} fill="var(--surface)" />
          <circle r={r - 0.5} fill="var(--accent)" />
        </>
      ) : (
        <>
          <circle {...ring} />
          {stop.state === "early" && <path d={`M0 ${-r}a${r} ${r} 0 0 0 0 ${2 * r}z`} fill="var(--accent)" />}
        </>
      )}
    </At>
  );
}
