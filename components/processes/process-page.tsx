import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { allSteps } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { type CommentsView, openRemarks } from "@/lib/features/comments/view";
import type { ProcessMap } from "@/lib/features/processes/view";
import type { RegisterChoices } from "@/lib/features/registers/view";
import { formatter } from "@/lib/platform/i18n/format";
import { isLocale } from "@/lib/platform/i18n/locale";
import { paths } from "@/lib/platform/paths";
import { StepComments } from "./comments/step-comments";
import { HandStrip } from "./hands/hand-strip";
import { handsView } from "./hands/hands-view";
import { MapActions } from "./map-actions";
import { ProcessMapView } from "./process-map";
import { StartDraft } from "./start-draft";
import { makeWords, type ProcessT } from "./words";

/** The published map of a process, as its people follow it today. */
export async function ProcessPage({
  org,
  view,
  comments,
  registers,
  unfolded,
  below,
}: {
  org: string;
  view: ProcessMap;
  comments: CommentsView;
  registers: RegisterChoices;
  /** The step that the address asks for. */
  unfolded: string | null;
  /** What else there is to say of it, under the map. */
  below?: ReactNode;
}) {
  const asked = await getLocale();
  const locale = isLocale(asked) ? asked : "en";
  const t = await getTranslations("processes");
  const r = await getTranslations("registers");
  const words = makeWords(t, locale, view, view.category, {
    entries: registers.entries,
    kind: (kind) => r(`kind.${kind}`),
  });
  const format = formatter(locale);
  const { shown, draft, canEdit } = view;
  const name = words.text(view.name) || t("untitled.process");

  const day = shown?.on ? format.day(shown.on, "year") : "";
  const sub =
    shown?.status === "as-found"
      ? t("map.asFound")
      : shown
        ? shown.by
          ? t("map.shownBy", { number: shown.number, day, name: shown.by })
          : t("map.shown", { number: shown.number, day })
        : t("list.neverPublished");
  const deals = view.deals.map(({ number, open }) =>
    t("counts.openOn", { count: open, number: number ?? 0 }),
  );
  const facts = shown ? countsOf(shown.document, t) : [];
  const hands = shown && handsView(shown.document, view, words);
  return (
    <Page wide>
      <PageHeader
        crumbs={[
          { label: t("title"), href: paths.processes(org) },
          ...(view.role ? [{ label: words.text(view.role.name) }] : []),
          { label: t(`style.${view.style}`) },
        ]}
        title={name}
        sub={
          <p>
            {sub}. {deals.length > 0 ? `${format.list(deals)}.` : ""}
          </p>
        }
        actions={
          <>
            <LinkButton href={paths.versions(org, view.id)}>{t("map.versions")}</LinkButton>
            {canEdit && !view.archived && draft && (
              <LinkButton variant="primary" href={paths.draft(org, view.id)}>
                {t("map.openDraft")}
              </LinkButton>
            )}
            {canEdit && !view.archived && !draft && (
              <StartDraft org={org} processId={view.id} variant="primary" label={t("map.startDraft")} />
            )}
            {canEdit ? (
              <MapActions org={org} view={view} name={name} />
            ) : (
              shown && <LinkButton href={paths.printProcess(org, view.id)}>{t("file.print")}</LinkButton>
            )}
          </>
        }
      />
      {view.archived && (
        <div className="mb-4">
          <Banner tone="warn">{t("map.archivedNote")}</Banner>
        </div>
      )}
      {shown ? (
        <>
          {(words.text(view.objective) || view.target) && (
            <p className="lead-sentence mb-4">
              {words.text(view.objective)}{" "}
              {view.target && (
                <span className="text-ink-2">
                  {t("map.target", {
                    label: view.target.label,
                    value: format.number(view.target.value, 2),
                    unit: t(`about.unit.${view.target.unit}`),
                  })}
                </span>
              )}
            </p>
          )}
          <ProcessMapView
            doc={shown.document}
            words={words}
            unfolded={unfolded}
            said={openRemarks(comments)}
            remarks={(stepKey) => (
              <StepComments
                org={org}
                processId={view.id}
                stepKey={stepKey}
                view={comments}
                draft={canEdit && !view.archived ? Boolean(draft) : undefined}
              />
            )}
          />
          {hands && <HandStrip view={hands} doc={shown.document} words={words} />}
          <p className="mt-4 text-caption font-normal text-ink-3">{facts.join(" · ")}</p>
          {below}
        </>
      ) : (
        <EmptyState title={t("map.nothing")}>
          {canEdit ? t("map.nothingText") : t("map.nothingReader")}
        </EmptyState>
      )}
    </Page>
  );
}

function countsOf(doc: ProcessDocument, t: ProcessT): string[] {
  const steps = allSteps(doc);
  const days = doc.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0);
  return [
    t("counts.stages", { count: doc.stages.length }),
    t("counts.steps", { count: steps.length }),
    t("counts.keySteps", { count: steps.filter((step) => step.importance === "key").length }),
    t("counts.planned", { days: t("counts.days", { count: days }) }),
  ];
}
