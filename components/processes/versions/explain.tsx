"use client";

import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { ExplainSheet } from "@/components/ui/explain-sheet";
import { ShortLines } from "@/components/ui/short-lines";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { useRead } from "@/components/ui/use-read";
import { useUrlParam } from "@/components/ui/use-url-param";
import { DECIDED } from "@/lib/domain/insights/pipeline";
import { DUE_CLASSES, dueIn } from "@/lib/domain/versions/on-time";
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
  "went-on": "went-on",
  "on-time": "on-time",
  stay: "stay",
};

/** Beside the page: what the marked figure of a version is, what it leaves out, and its deals. Back closes it. */
export function VersionExplain({ org, view }: { org: string; view: ProcessVersions }) {
  const { t, format, share, onTime, median, range } = useVersionWords();
  const words = useWords(view, view.category);
  const [id, set] = useUrlParam("explain");
  const spec = id === null ? null : specOf(view, id);
  const found = useRead(
    readInsightDeals,
    org,
    spec && spec.estimate.n > 0 ? { ...inputOf(spec), limit: SHOWN } : null,
  );
  if (!spec) return null;
  const { figure, number, estimate, outcomes, steps } = spec;
  const stage = words.text(view.comparison?.stageNames[spec.stageKey ?? ""]);
  const shown = steps
    ? estimate.value === null
      ? onTime(steps)
      : share(estimate)
    : estimate.unit === "share"
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
      {...(steps && {
        formula: [
          ...DUE_CLASSES.map((one) => ({ label: t(`due.${one}`), value: format.number(steps[one]) })),
          { label: t("due.all"), value: format.number(dueIn(steps)), total: true },
        ],
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
      <ShortLines
        lines={deals.map((deal) => ({
          key: deal.id,
          href: paths.deal(org, deal.id),
          title: deal.title,
          facts: [deal.outcome ? t(`outcome.${deal.outcome}`) : t("openDeal"), deal.company, deal.owner],
          value: deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–",
        }))}
      />
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
