import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { At } from "@/components/route-line/at";
import { StationMark } from "@/components/route-line/marks";
import { Logo } from "@/components/shell/logo";
import { LinkButton } from "@/components/ui/button";
import { paths } from "@/lib/platform/paths";
import { FIRST_RUN, type FirstRunStep } from "./steps";

/** Minutes that are left at a station, for whoever only reads what stands there. */
const MINUTES: Record<FirstRunStep, number> = { sell: 3, role: 3, map: 2, people: 1, check: 1, publish: 0 };

/**
 * The guided first run: the way as a line of stations, the station itself, and the way out. Every station that can be
 * shown is a link, so nobody is held to the order. `step` is null at the end of the line.
 */
export function FirstRunFrame({
  org,
  processId,
  step,
  children,
}: {
  org: string;
  /** The process that was begun; null before. */
  processId: string | null;
  step: FirstRunStep | null;
  children: ReactNode;
}) {
  const t = useTranslations("start");
  const at = step === null ? FIRST_RUN.length : FIRST_RUN.indexOf(step);
  const href = (one: FirstRunStep) =>
    one === "sell" || one === "role"
      ? paths.start(org)
      : processId && step !== null && paths.startProcess(org, processId, one);
  return (
    <>
      <header className="border-b border-line">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-6">
          <span className="flex items-center gap-2 font-serif text-title">
            <Logo />
            Koers
          </span>
          <nav
            aria-label={t("route")}
            className="order-last w-full md:order-none md:mx-auto md:w-auto md:max-w-xl md:flex-1"
          >
            <ol className="flex">
              {FIRST_RUN.map((one, index) => {
                const to = href(one);
                const name = t(`step.${one}`);
                return (
                  <li
                    key={one}
                    aria-current={index === at ? "step" : undefined}
                    className="flex min-w-0 flex-1 basis-0 flex-col items-center"
                  >
                    <StationLine index={index} at={at} />
                    {to && index !== at ? (
                      <Link
                        href={to}
                        className="rounded-xs px-0.5 text-caption text-ink-2 hover:text-ink hover:underline"
                      >
                        {name}
                        {index < at && <span className="sr-only">, {t("done")}</span>}
                      </Link>
                    ) : (
                      <span
                        className={
                          index === at
                            ? "px-0.5 text-caption font-semibold text-here"
                            : "px-0.5 text-caption font-normal text-ink-3"
                        }
                      >
                        {name}
                      </span>
                    )}
                  </li>
                );
              })}
            </ol>
          </nav>
          <p className="flex items-center gap-3">
            <span className="hidden text-caption font-normal text-ink-3 lg:inline">
              {step && t("minutes", { count: MINUTES[step] })}
            </span>
            <LinkButton variant="quiet" href={paths.processes(org)} title={t("leaveHint")}>
              {step === null ? t("finish.home") : t("leave")}
            </LinkButton>
          </p>
        </div>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-page flex-col gap-6 px-4 py-6 sm:px-6">
        {children}
      </main>
    </>
  );
}

/** One station and its halves of the line: travelled solid, the rest dotted. */
function StationLine({ index, at }: { index: number; at: number }) {
  const part = (from: number, to: number, behind: boolean) => (
    <line
      x1={`${from}%`}
      x2={`${to}%`}
      y1="14"
      y2="14"
      stroke="var(--accent)"
      strokeWidth={behind ? 3.5 : 2.5}
      strokeDasharray={behind ? undefined : "0 6"}
      strokeLinecap={behind ? undefined : "round"}
    />
  );
  return (
    <svg width="100%" height="28" overflow="visible" aria-hidden="true" data-forced-mark>
      {index > 0 && part(0, 50, index <= at)}
      {index < FIRST_RUN.length - 1 && part(50, 100, index < at)}
      {index < at ? (
        <At x={0.5} y={14}>
          <circle r="6.5" fill="var(--accent)" />
        </At>
      ) : (
        <StationMark x={0.5} y={14} state={index === at ? "here" : "ahead"} r={6} />
      )}
    </svg>
  );
}
