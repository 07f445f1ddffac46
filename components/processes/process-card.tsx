import { MessageSquare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RouteLine } from "@/components/route-line/route-line";
import { Badge } from "@/components/ui/badge";
import type { ProcessCard } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ComparePick } from "./compare/compare-picks";
import { useWords } from "./words";

/** A process in the list: its name, its line, its state and what runs on it. The whole card leads to its map. */
export function ProcessCardView({ org, card }: { org: string; card: ProcessCard }) {
  const t = useTranslations("processes");
  const words = useWords({ roles: [], departments: [] }, card.category);
  const format = useFormat();
  const days = card.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0);
  const { published } = card;
  // What was never published has no map yet, only its draft.
  const mapped = published || card.asFound || card.retired || !card.draft;
  const state = published
    ? t("list.published", {
        number: published.number,
        day: published.on ? format.day(published.on, "year") : "",
      })
    : t(card.asFound ? "list.asFound" : card.retired ? "library.retired" : "list.neverPublished");
  const { suggestions, remarks, stepKey } = card.said;
  const said = [
    ...(suggestions > 0 ? [t("library.suggestions", { count: suggestions })] : []),
    ...(remarks > 0 ? [t("library.remarks", { count: remarks })] : []),
  ];
  const deals = card.deals.map(({ number, open }) =>
    t("counts.openOn", { count: open, number: number ?? 0 }),
  );
  return (
    <article className="relative rounded-card border border-line bg-surface p-4 hover:border-control sm:p-5">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="section-title">
            <Link
              href={mapped ? paths.process(org, card.id) : paths.draft(org, card.id)}
              className="after:absolute after:inset-0 after:rounded-card"
            >
              {words.text(card.name) || t("untitled.process")}
            </Link>
          </h3>
          <p className="text-caption font-normal text-ink-3">
            {[
              card.role ? words.text(card.role.name) : t("list.noRole"),
              t(`category.${card.category}`),
              t(`style.${card.style}`),
            ].join(" · ")}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {card.archived ? (
            <Badge>{t("library.states.archived")}</Badge>
          ) : published ? (
            <Badge tone="good">{t("version", { number: published.number })}</Badge>
          ) : (
            card.retired && <Badge>{t("library.states.retired")}</Badge>
          )}
          {card.draft && !card.archived && (
            <Link href={paths.draft(org, card.id)} className="relative z-10">
              <Badge tone={published ? "info" : "warn"}>{t("list.draftWaiting")}</Badge>
            </Link>
          )}
          {days > 0 && <span className="text-body-strong">{t("counts.days", { count: days })}</span>}
          <ComparePick id={card.id} name={words.text(card.name) || t("untitled.process")} />
        </div>
      </header>
      {card.stages.length > 0 && (
        <RouteLine
          variant="map"
          plan
          className="mt-2"
          stages={card.stages.map((stage) => ({
            key: stage.key,
            name: words.stageName(stage),
            state: published ? "behind" : "ahead",
          }))}
          end={{ name: words.end, reached: Boolean(published) }}
        />
      )}
      <p className="flex flex-wrap gap-x-4 text-caption font-normal text-ink-3">
        <span>{state}</span>
        <span>
          {t("counts.stages", { count: card.stages.length })}, {t("counts.steps", { count: card.steps })}
        </span>
        <span className={deals.length > 0 ? "text-ink-2" : undefined}>
          {deals.length > 0 ? format.list(deals) : t("counts.noneOpen")}
        </span>
        {stepKey && (
          <Link
            href={mapped ? paths.processStep(org, card.id, stepKey) : paths.draft(org, card.id)}
            className="relative z-10 inline-flex items-center gap-1 font-semibold text-accent hover:underline touch:min-h-11"
          >
            <MessageSquare className="size-3.5" aria-hidden="true" />
            {format.list(said)}
          </Link>
        )}
      </p>
    </article>
  );
}
