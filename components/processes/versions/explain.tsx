"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { ExplainSheet } from "@/components/ui/explain-sheet";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { useUrlParam } from "@/components/ui/use-url-param";
import { DECIDED } from "@/lib/domain/insights/pipeline";
import { readInsightDeals } from "@/lib/features/insights/actions";
import type { InsightDeals } from "@/lib/features/insights/input";
import type { InsightDealsPage } from "@/lib/features/insights/view";
import type { ProcessVersions } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import type { Result } from "@/lib/platform/verb";
import { useWords } from "../words";
import { type Figure, type FigureSpec, specOf } from "./figures";
import { useVersionWords } from "./words";

const SHOWN = 12;
/** What the list of deals calls these figures. */
const LISTED: Record<Figure, string> = {
  open: "open",
  closed: "closed",
  "win-rate": "win-rate",
  cycle: "won-cycle",
  "came-over": "came-over",
  stay: "stay",
};

/** Beside the page: what the marked figure of a version is, what it leaves out, and its deals. Back closes it. */
export function VersionExplain({ org, view }: { org: string; view: ProcessVersions }) {
  const { t, format, share, median, range } = useVersionWords();
  const words = useWords(view, view.category);
  const [id, set] = useUrlParam("explain");
  const spec = id === null ? null : specOf(view, id);
  const found = useDeals(org, spec);
  if (!spec) return null;
  const { figure, number, estimate, outcomes } = spec;
  const stage = words.text(view.comparison?.stageNames[spec.stageKey ?? ""]);
  const shown =
    estimate.unit === "share"
      ? share(estimate)
      : estimate.unit === "days"
        ? median(estimate)
        : format.number(estimate.n);
  const between = range(estimate);
  const ended = figure === "closed" ? Object.keys(outcomes ?? {}) : figure === "win-rate" ? DECIDED : [];
  return (
    <ExplainSheet
      open
      onOpenChange={(open) => !open && set(null)}
      label={t("onVersion", { figure: t(`figure.${figure}`, { stage }), number })}
      figure={shown}
      definition={t(`definition.${figure}`)}
      {...(outcomes &&
        ended.length > 0 && {
          formula: ended.map((outcome) => ({
            label: t(`outcome.${outcome}` as "outcome.won"),
            value: format.number(outcomes[outcome] ?? 0),
          })),
        })}
      n={t("dealCount", { count: estimate.n })}
      exclusions={estimate.exclusions.map(({ reason, n }) =>
        t(`exclusion.${reason}` as "exclusion.disqualified", { n }),
      )}
      method={[
        between && t("range", { range: between }),
        t("method.asOf", {
          method: t(`method.${estimate.method}` as "method.count"),
          day: format.day(estimate.asOf, "year"),
        }),
      ]
        .filter(Boolean)
        .join(" · ")}
      footer={
        estimate.n > 0 && (
          <LinkButton href={listHref(org, spec)}>{t("all", { count: estimate.n })}</LinkButton>
        )
      }
    >
      {estimate.n > 0 && <Deals org={org} found={found} />}
    </ExplainSheet>
  );
}

function Deals({ org, found }: { org: string; found: Result<InsightDealsPage> | null }) {
  const { t, format } = useVersionWords();
  const say = useRefusal();
  if (found === null) {
    return (
      <LoadingRegion className="flex flex-col gap-3">
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </LoadingRegion>
    );
  }
  if (!found.ok) return <Banner tone="bad">{say(found.refusal)}</Banner>;
  const { deals, total } = found.value;
  return (
    <>
      <ul className="divide-y divide-line">
        {deals.map((deal) => (
          <li key={deal.id} className="flex items-start justify-between gap-3 py-2">
            <div className="min-w-0">
              <Link
                href={paths.deal(org, deal.id)}
                className="block truncate text-body-strong hover:underline"
              >
                {deal.title}
              </Link>
              <p className="truncate text-caption font-normal text-ink-3">
                {[deal.outcome ? t(`outcome.${deal.outcome}`) : t("openDeal"), deal.company, deal.owner]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <span className="tnum shrink-0">
              {deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–"}
            </span>
          </li>
        ))}
      </ul>
      {total > deals.length && (
        <p className="border-t border-line py-2 text-ink-2">{t("more", { count: total - deals.length })}</p>
      )}
    </>
  );
}

const inputOf = ({ estimate }: FigureSpec): InsightDeals => ({
  drill: estimate.drill as InsightDeals["drill"],
});

const listHref = (org: string, spec: FigureSpec): string =>
  `${paths.pipeline(org)}/deals?${new URLSearchParams({ figure: LISTED[spec.figure], of: JSON.stringify(inputOf(spec)) })}`;

function useDeals(org: string, spec: FigureSpec | null): Result<InsightDealsPage> | null {
  const [found, setFound] = useState<Result<InsightDealsPage> | null>(null);
  // The question as text: the same question is not asked again when the page renders anew.
  const question = spec && spec.estimate.n > 0 ? JSON.stringify({ ...inputOf(spec), limit: SHOWN }) : null;
  useEffect(() => {
    setFound(null);
    if (question === null) return;
    const stop = new AbortController();
    readInsightDeals(org, JSON.parse(question), stop.signal).then((result) => {
      if (!stop.signal.aborted) setFound(result);
    });
    return () => stop.abort();
  }, [org, question]);
  return found;
}
