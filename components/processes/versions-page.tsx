import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { ProcessVersions } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { VersionEntryView } from "./version-entry";
import { VersionLine } from "./version-line";
import { useWords } from "./words";

/** The history of a process as a line, and each version with what it changed and what it promised. */
export function VersionsPage({ org, view }: { org: string; view: ProcessVersions }) {
  const t = useTranslations("processes");
  const words = useWords(view, view.category);
  const format = useFormat();
  const name = words.text(view.name) || t("untitled.process");
  const settled = view.versions.filter((version) => version.status !== "draft").reverse();
  const published = settled.filter((version) => version.status !== "as-found").length;
  const hasDraft = settled.length < view.versions.length;
  const label = (number: number | null) => t("version", { number: number ?? 0 });
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t("title"), href: paths.processes(org) },
          { label: name, href: paths.process(org, view.id) },
        ]}
        title={t("versions.title")}
        sub={t("versions.sub", { count: published })}
        actions={
          hasDraft &&
          view.canEdit && <LinkButton href={paths.draft(org, view.id)}>{t("map.openDraft")}</LinkButton>
        }
      />
      {view.versions.length === 0 ? (
        <EmptyState title={t("versions.emptyTitle")}>{t("versions.empty")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {settled.length > 0 && (
            <Card>
              <VersionLine
                versions={settled}
                label={t("versions.line", { names: format.list(settled.map(({ number }) => label(number))) })}
                today={t("versions.today")}
                draft={hasDraft ? t("versions.draft") : null}
                names={({ number, on }) => ({ name: label(number), day: on ? format.day(on, "year") : "" })}
              />
              <p className="text-caption font-normal text-ink-3">{t("versions.figures")}</p>
            </Card>
          )}
          <Card>
            <ol className="-my-4 flex flex-col divide-y divide-line">
              {view.versions.map((version) => (
                <VersionEntryView key={version.id} org={org} view={view} version={version} words={words} />
              ))}
            </ol>
          </Card>
        </div>
      )}
    </Page>
  );
}
