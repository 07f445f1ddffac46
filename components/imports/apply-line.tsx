"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { isRunning } from "./use-import";

/** Where the rows begin on the line. */
const READ = 0.14;
/** Enough has been seen for an honest guess. */
const SEEN_SECONDS = 8;

/** The work as a line with stations: solid as far as it is, dotted ahead, with the time that is left. */
export function ApplyLine({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { status, progress, total, counts } = view;
  const running = isRunning(status);
  const left = useSecondsLeft(progress, total, running);
  if (status === "undone") return null;
  const share = status === "applied" ? 1 : total > 0 ? Math.min(1, progress / total) : 0;
  // Reading is behind: the rows fill the rest of the line.
  const at = READ + (1 - READ) * (status === "undoing" ? 1 - share : share);
  const percent = format.percent(share);
  const time =
    left === null
      ? percent
      : t("apply.left", {
          percent,
          time:
            left < 90
              ? t("apply.seconds", { count: Math.max(5, Math.ceil(left / 5) * 5) })
              : t("apply.minutes", { count: Math.ceil(left / 60) }),
        });
  const stations = [
    { x: 0, name: t("apply.stations.read"), note: t("count.rows", { count: view.reading?.rows ?? total }) },
    {
      x: READ,
      name: t(`kind.${view.kind}`),
      note:
        status === "applying"
          ? t("apply.progress", { done: progress, total })
          : t("count.rows", { count: counts.apply?.rows ?? 0 }),
    },
    { x: 1, name: t("apply.stations.done"), note: share === 1 ? t("apply.stationDone") : "" },
  ];
  return (
    <div className="pt-5">
      <div className="relative h-6">
        <svg
          role="img"
          aria-label={`${t(`status.${status}`)}: ${time}`}
          className="block h-full w-full overflow-visible"
          data-forced-mark
        >
          <line
            x1={`${at * 100}%`}
            x2="100%"
            y1="12"
            y2="12"
            stroke="var(--accent)"
            strokeWidth="3.5"
            strokeDasharray="0 8"
            strokeLinecap="round"
          />
          <line x1="0" x2={`${at * 100}%`} y1="12" y2="12" stroke="var(--accent)" strokeWidth="5" />
          {stations.map(({ x, name }) => (
            <circle
              key={name}
              cx={`${x * 100}%`}
              cy="12"
              r="7"
              fill="var(--surface)"
              stroke="var(--accent)"
              strokeWidth="3"
            />
          ))}
          {running && <circle cx={`${at * 100}%`} cy="12" r="7.5" fill="var(--here)" />}
        </svg>
        {running && (
          <p
            className="tnum absolute -top-5 text-caption font-semibold whitespace-nowrap"
            style={at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` }}
          >
            {time}
          </p>
        )}
      </div>
      <div className="relative hidden h-10 sm:block" aria-hidden="true">
        {stations.map(({ x, name, note }) => (
          <p
            key={name}
            className="absolute text-caption whitespace-nowrap"
            style={x > 0.9 ? { right: 0, textAlign: "right" } : { left: `${x * 100}%` }}
          >
            <span className="block font-semibold">{name}</span>
            <span className="block font-normal text-ink-3">{note}</span>
          </p>
        ))}
      </div>
      <p className="tnum text-caption text-ink-2 sm:hidden">
        {t("apply.progress", { done: progress, total })}
      </p>
    </div>
  );
}

/** Seconds until the work is done, from how fast it went since the page began to look; null while too little was seen. */
function useSecondsLeft(progress: number, total: number, running: boolean): number | null {
  const [first, setFirst] = useState<{ progress: number; at: number } | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (!running) return;
    const at = performance.now() / 1000;
    if (first === null || progress < first.progress) return setFirst({ progress, at });
    const seen = at - first.at;
    const done = progress - first.progress;
    if (seen >= SEEN_SECONDS && done > 0) setLeft(((total - progress) / done) * seen);
  }, [progress, total, running, first]);
  return running ? left : null;
}
