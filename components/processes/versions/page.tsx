import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { ProcessVersions } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useWords } from "../words";
import { CompareCard } from "./compare-card";
import { VersionEntryView } from "./entry";
import { VersionExplain } from "./explain";
import { useFinding } from "./finding";
import { Timeline } from "./timeline";

/** The history of a process: over time, any two versions side by side, and each with what it promised and what ran on it. */
export function VersionsPage({ org, view }: { org: string; view: ProcessVersions }) {
  const t = useTranslations("processes");
  const words = useWords(view, view.category);
  const finding = useFinding(view.comparison);
  const name = words.text(view.name) || t("untitled.process");
  const hasDraft = view.choices.some(({ status }) => status === "draft");
  const judged = view.versions.some(({ promised }) => promised?.kind === "judged");
  return (
    <Page wide>
      <PageHeader
        crumbs={[
          { label: t("title"), href: paths.processes(org) },
          { label: name, href: paths.process(org, view.id) },
        ]}
        title={t("versions.title")}
        sub={
          finding ? (
            <span role="status" className="lead-sentence block max-w-prose">
              {finding}
            </span>
          ) : (
            t("versions.finding.none", { count: view.published })
          )
        }
        actions={
          hasDraft &&
          view.canEdit && <LinkButton href={paths.draft(org, view.id)}>{t("map.openDraft")}</LinkButton>
        }
      />
      {view.choices.length === 0 ? (
        <EmptyState title={t("versions.emptyTitle")}>{t("versions.empty")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {view.idle && !view.archived && (
            <Banner tone="warn" title={t("versions.idle")}>
              {t("versions.idleText")}
            </Banner>
          )}
          {view.first && view.published > 0 && (
            <Card>
              <Timeline view={view} />
            </Card>
          )}
          <CompareCard org={org} view={view} />
          <Card>
            <ol className="-my-4 flex flex-col divide-y divide-line">
              {view.versions.map((version) => (
                <VersionEntryView key={version.id} org={org} view={view} version={version} words={words} />
              ))}
            </ol>
            {judged && (
              <p className="mt-4 border-t border-line pt-3 text-caption font-normal text-ink-3">
                {t("versions.promise.rule")}
              </p>
            )}
            {(view.next !== null || !view.first) && (
              <div className="mt-4 flex gap-2 border-t border-line pt-4">
                {!view.first && (
                  <LinkButton href={paths.versions(org, view.id)}>{t("versions.newest")}</LinkButton>
                )}
                {view.next !== null && (
                  <LinkButton href={`${paths.versions(org, view.id)}?before=${view.next}`}>
                    {t("versions.older")}
                  </LinkButton>
                )}
              </div>
            )}
          </Card>
        </div>
      )}
      <VersionExplain org={org} view={view} />
    </Page>
  );
}
