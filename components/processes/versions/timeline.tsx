"use client";

import type { ReactNode } from "react";
import { At } from "@/components/route-line/at";
import { FigureButton } from "@/components/ui/figure-button";
import { daysBetween } from "@/lib/domain/shared/day";
import type { Estimate } from "@/lib/domain/statistics/estimate";
import type { ProcessVersions, VersionEntry } from "@/lib/features/processes/view";
import { type Figure, figureId } from "./figures";
import { useVersionWords } from "./words";

const SHARE_STEP = 0.25;
/** Free pixels above and below a plot, for the words at a band. */
const ROOM = 22;
const HEIGHT = 140;

/**
 * The versions as stations on one line over time, and below each the win rate and the days to a win with their ranges. A thin
 * figure is a dashed band, and where there are too few cases stand the counts. On a phone only the line, because
 * the figures stand with each version.
 */
export function Timeline({ view }: { view: ProcessVersions }) {
  const { t, format, share, median, range } = useVersionWords();
  const settled = view.versions.filter((version) => version.status !== "draft").reverse();
  const draft = view.versions.some((version) => version.status === "draft");
  if (settled.length === 0) return null;
  const of = (pick: (figures: NonNullable<VersionEntry["figures"]>) => Estimate) =>
    settled.flatMap(({ figures }) => (figures ? [pick(figures)] : []));
  const rates = of(({ winRate }) => winRate);
  const cycles = of(({ cycle }) => cycle);
  const top = topOf(
    rates.map(({ hi }) => hi),
    SHARE_STEP,
  );
  const longest = Math.max(0, ...cycles.map(({ hi, value }) => hi ?? value ?? 0));
  const most = topOf([longest], longest > 80 ? 50 : longest > 30 ? 20 : 10);
  const columns = settled.map(({ on }, index) => {
    const until = settled[index + 1]?.on ?? view.today;
    return `minmax(var(--least), ${on ? Math.max(1, daysBetween(on, until)) : 1}fr)`;
  });
  const name = (version: VersionEntry) => t("compare.version", { number: version.number ?? 0 });
  const row = (
    figure: Figure,
    estimates: readonly Estimate[],
    highest: number,
    say: (estimate: Estimate) => string,
  ) =>
    estimates.map((estimate, index) => (
      <Plot
        key={settled[index]?.id}
        estimate={estimate}
        top={highest}
        id={figureId(settled[index]?.number ?? 0, figure)}
        label={t("onVersion", {
          figure: t(`figure.${figure}`, { stage: "" }),
          number: settled[index]?.number ?? 0,
        })}
        shown={say(estimate)}
        range={range(estimate)}
      />
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={t("chart")} tabIndex={0}>
      <div
        className="grid [--axis:12px] [--least:104px] md:[--axis:88px] md:[--least:150px]"
        style={{ gridTemplateColumns: `var(--axis) ${columns.join(" ")} 72px` }}
      >
        <div />
        {settled.map((version) => (
          <Station
            key={version.id}
            name={name(version)}
            day={version.on ? format.day(version.on, "year") : ""}
            found={version.status === "as-found"}
          />
        ))}
        <Today label={t("today")} draft={draft ? t("draft") : null} />
        <Axis
          title={t("winAxis")}
          sub={t("winAxisSub")}
          marks={[format.percent(top), format.percent(top / 2), format.percent(0)]}
        />
        {row("win-rate", rates, top, (estimate) =>
          estimate.status === "ok"
            ? `${share(estimate)}, ${t("of", { k: estimate.k ?? 0, n: estimate.n })}`
            : share(estimate),
        )}
        <TodayLine />
        <Axis
          title={t("cycleAxis")}
          sub={t("cycleAxisSub")}
          marks={[format.number(most), format.number(most / 2), format.number(0)]}
        />
        {row("cycle", cycles, most, (estimate) =>
          estimate.value === null
            ? median(estimate)
            : `${median(estimate)}, ${t("daysOf", { n: estimate.n })}`,
        )}
        <TodayLine />
      </div>
    </section>
  );
}

const topOf = (values: readonly (number | null)[], step: number): number =>
  Math.max(step, Math.ceil(Math.max(0, ...values.map((value) => value ?? 0)) / step - 1e-9) * step);

function Station({ name, day, found }: { name: string; day: string; found: boolean }) {
  return (
    <div className="relative h-20">
      <svg
        width="100%"
        height="80"
        className="absolute inset-0 overflow-visible"
        aria-hidden="true"
        data-forced-mark
      >
        <line x1="0" x2="100%" y1="38" y2="38" stroke="var(--accent)" strokeWidth="5" />
        <At x={0} y={38}>
          <circle
            r="9"
            fill="var(--surface)"
            stroke={found ? "var(--control)" : "var(--accent)"}
            strokeWidth="4"
          />
        </At>
      </svg>
      <div className="absolute -left-2 top-0 text-caption font-semibold text-ink">{name}</div>
      <div className="absolute left-3 top-13 text-caption font-normal text-ink-3">{day}</div>
    </div>
  );
}

function Today({ label, draft }: { label: string; draft: string | null }) {
  return (
    <div className="relative h-20">
      <svg
        width="100%"
        height="80"
        className="absolute inset-0 overflow-visible"
        aria-hidden="true"
        data-forced-mark
      >
        {draft && (
          <line
            x1="0"
            x2="100%"
            y1="38"
            y2="38"
            stroke="var(--accent)"
            strokeWidth="4"
            strokeDasharray="0 9"
            strokeLinecap="round"
          />
        )}
        <circle cx="0" cy="38" r="13" fill="var(--surface)" stroke="var(--here)" strokeWidth="1.25" />
        <circle cx="0" cy="38" r="8.5" fill="var(--here)" />
      </svg>
      <div className="absolute left-0 top-0 -translate-x-1/2 text-caption font-semibold text-here">
        {label}
      </div>
      {draft && <div className="absolute right-0 top-13 text-caption font-normal text-ink-3">{draft}</div>}
    </div>
  );
}

const TodayLine = () => <div className="hidden border-l border-here md:block" />;

function Axis({ title, sub, marks }: { title: string; sub: string; marks: readonly string[] }) {
  return (
    <div className="relative hidden md:block" style={{ height: HEIGHT }}>
      <div className="absolute top-3 left-0 max-w-13 text-caption text-ink">
        {title}
        <span className="block font-normal text-ink-3">{sub}</span>
      </div>
      {marks.map((mark, index) => (
        <span
          key={mark}
          className="tnum absolute right-3 -translate-y-1/2 text-caption font-normal text-ink-3"
          style={{ top: ROOM + (index * (HEIGHT - 2 * ROOM)) / 2 }}
        >
          {mark}
        </span>
      ))}
    </div>
  );
}

function Plot({
  estimate,
  top,
  id,
  label,
  shown,
  range,
}: {
  estimate: Estimate;
  top: number;
  id: string;
  label: string;
  shown: ReactNode;
  range: string | null;
}) {
  const { value, lo, hi, status } = estimate;
  const y = (at: number) => ROOM + (1 - Math.min(1, at / top)) * (HEIGHT - 2 * ROOM);
  const thin = status === "thin";
  const drawn = value !== null && lo !== null && hi !== null;
  return (
    <div
      className="relative hidden border-l border-dotted border-control md:block"
      style={{ height: HEIGHT }}
    >
      <svg width="100%" height={HEIGHT} className="absolute inset-0" aria-hidden="true" data-forced-mark>
        {[0, 0.5, 1].map((at) => (
          <line key={at} x1="0" x2="100%" y1={y(at * top)} y2={y(at * top)} stroke="var(--line)" />
        ))}
        {drawn && (
          <rect
            x="3%"
            width="94%"
            y={y(hi)}
            height={Math.max(2, y(lo) - y(hi))}
            rx="3"
            fill={thin ? "none" : "var(--accent)"}
            fillOpacity="0.16"
            stroke={thin ? "var(--control)" : "none"}
            strokeDasharray="3 3"
          />
        )}
        {value !== null && (
          <>
            <line
              x1="3%"
              x2="97%"
              y1={y(value)}
              y2={y(value)}
              stroke="var(--accent)"
              strokeWidth="2.5"
              strokeDasharray={thin ? "3 3" : undefined}
            />
            <circle
              cx="50%"
              cy={y(value)}
              r="5.5"
              fill={thin ? "var(--surface)" : "var(--accent)"}
              stroke="var(--accent)"
              strokeWidth="2"
            />
          </>
        )}
      </svg>
      <div
        className="absolute inset-x-1 flex justify-center text-center text-caption"
        style={drawn ? { top: Math.max(0, y(hi) - 26) } : { top: HEIGHT / 2 - 14 }}
      >
        <FigureButton
          id={id}
          label={label}
          className={drawn ? "font-semibold" : "bg-surface font-normal text-ink-2"}
        >
          {shown}
        </FigureButton>
      </div>
      {drawn && !thin && range && (
        <div
          className="tnum absolute inset-x-0 text-center text-caption font-normal text-ink-3"
          style={{ top: y(lo) + 3 }}
        >
          {range}
        </div>
      )}
    </div>
  );
}
