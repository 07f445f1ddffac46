import { At } from "@/components/route-line/at";
import { allSteps } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { ChangeBadge } from "../change-badge";
import type { ChangedThing } from "../changed-things";
import type { Words } from "../words";
import { type Mark, tracksOf } from "./tracks";

const [OLD, NEW, HEIGHT] = [40, 112, 132];
const WIDTH = 1000;
/** Room for a number. */
const SLOT = 24;
const HOW = ["added", "changed", "removed"] as const;

/** The line as it was above the line as it will be; every change has its number. What the list says, drawn. */
export function TwoTracks({
  before,
  after,
  things,
  words,
}: {
  before: { readonly number: number; readonly document: ProcessDocument };
  after: { readonly number: number; readonly document: ProcessDocument };
  things: readonly ChangedThing[];
  words: Words;
}) {
  const { t } = words;
  const tracks = tracksOf(before.document, after.document, things);
  const counts = HOW.map((how) => ({ how, list: things.filter((thing) => thing.how === how) }));
  const names = new Map(
    [...before.document.stages, ...after.document.stages].map((stage) => [stage.key, words.stageName(stage)]),
  );
  const sums = (doc: ProcessDocument) =>
    t("publish.trackSums", {
      steps: t("counts.steps", { count: allSteps(doc).length }),
      days: t("counts.days", {
        count: doc.stages.reduce((sum, { plannedDays }) => sum + (plannedDays ?? 0), 0),
      }),
    });
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="section-title">{t("publish.line")}</h2>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-caption font-normal text-ink-2">
          {counts.map(
            ({ how, list }) =>
              list.length > 0 && (
                <li key={how} className="inline-flex items-center gap-2">
                  <ChangeBadge number={list[0]?.number ?? 1} how={how} />
                  {t(`publish.${how}`, { count: list.length })}
                </li>
              ),
          )}
        </ul>
      </figcaption>
      <section
        aria-label={t("publish.line")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto"
      >
        <div
          className="relative"
          style={{ minWidth: Math.max(tracks.columns.length * 120, tracks.slots * SLOT) }}
        >
          <p className="text-caption font-normal text-ink-3">
            <strong className="font-semibold text-ink-2">{t("version", { number: before.number })}</strong>{" "}
            {sums(before.document)}
          </p>
          <svg
            role="img"
            aria-label={t("publish.lineLabel", {
              before: before.number,
              after: after.number,
              count: things.length,
            })}
            width="100%"
            height={HEIGHT}
            className="block overflow-visible"
          >
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              overflow="visible"
              aria-hidden="true"
            >
              {tracks.links.map(({ key, from, to }) => (
                <path
                  key={key}
                  d={curve(from * WIDTH, to * WIDTH)}
                  fill="none"
                  stroke="var(--ink-3)"
                  strokeWidth="1.5"
                  strokeDasharray="4 3"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
            <line x1="1.2%" x2="98.5%" y1={OLD} y2={OLD} stroke="var(--control)" strokeWidth="4" />
            <line x1="1.2%" x2="98.5%" y1={NEW} y2={NEW} stroke="var(--accent)" strokeWidth="5" />
            {tracks.before.map((mark) => (
              <TrackMark key={`${mark.what}.${mark.key}`} mark={mark} y={OLD} colour="var(--control)" />
            ))}
            {tracks.after.map((mark) => (
              <TrackMark key={`${mark.what}.${mark.key}`} mark={mark} y={NEW} colour="var(--accent)" />
            ))}
          </svg>
          <p
            className="absolute left-0 bg-surface pr-2 text-caption font-normal text-ink-3"
            style={{ top: OLD + 40 }}
          >
            <strong className="font-semibold text-accent">{t("version", { number: after.number })}</strong>{" "}
            {sums(after.document)}
          </p>
          <div aria-hidden="true" className="relative h-5">
            {tracks.columns.map(({ key, from, to }) => (
              <span
                key={key}
                className="absolute truncate pr-2 text-caption font-semibold text-ink"
                style={{ left: `${(from - 0.006) * 100}%`, width: `${(to - from) * 100}%` }}
              >
                {names.get(key)}
              </span>
            ))}
          </div>
        </div>
      </section>
    </figure>
  );
}

/** From the old track down to the new one; straight where nothing moved. */
function curve(from: number, to: number): string {
  const [top, bottom] = [OLD + 6, NEW - 10];
  const middle = (top + bottom) / 2;
  return `M${from} ${top}C${from} ${middle} ${to} ${middle} ${to} ${bottom}`;
}

function TrackMark({ mark, y, colour }: { mark: Mark; y: number; colour: string }) {
  const { what, thing, x } = mark;
  if (thing) return <NumberMark thing={thing} x={x} y={y} />;
  const station = what === "stage" || what === "end";
  return (
    <At x={x} y={y}>
      <circle
        r={station ? 7 : 3.5}
        fill="var(--surface)"
        stroke={colour}
        strokeWidth={station ? 3.5 : 1.75}
      />
    </At>
  );
}

function NumberMark({ thing: { number, how }, x, y }: { thing: ChangedThing; x: number; y: number }) {
  const added = how === "added";
  return (
    <At x={x} y={y}>
      <circle
        r="10"
        fill={added ? "var(--accent)" : "var(--surface)"}
        stroke={how === "removed" ? "var(--ink-2)" : "var(--accent)"}
        strokeWidth="2"
        strokeDasharray={how === "removed" ? "3 2.5" : undefined}
      />
      <text
        y="4"
        textAnchor="middle"
        fontSize="11"
        fontWeight="650"
        fill={added ? "var(--on-accent)" : "var(--ink)"}
      >
        {number}
      </text>
    </At>
  );
}
