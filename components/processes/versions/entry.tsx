import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ProcessVersions, VersionEntry } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { changedThings } from "../changed-things";
import { ChangesList } from "../changes-list";
import { StartDraft } from "../start-draft";
import type { Words } from "../words";
import { EntryFigures } from "./entry-figures";
import { PromiseView } from "./promise";
import { Retire, Revive } from "./retire";

/** One version: why it came, what was expected of it, what it changed, and the way back to it. */
export function VersionEntryView({
  org,
  view,
  version,
  words,
}: {
  org: string;
  view: ProcessVersions;
  version: VersionEntry;
  words: Words;
}) {
  const t = useTranslations("processes");
  const format = useFormat();
  const draft = version.status === "draft";
  const hasDraft = view.choices.some((one) => one.status === "draft");
  const day = version.on ? format.day(version.on, "year") : "";
  const changes = version.changes ?? [];
  const things = changedThings(changes).length;
  const restorable = view.canEdit && !view.archived && !hasDraft && version.status !== "published";
  const of = { org, processId: view.id, versionId: version.id, number: version.number ?? 0 };
  return (
    <li id={`v${version.number ?? "draft"}`} className="flex scroll-mt-4 gap-3 py-4">
      <span
        aria-hidden="true"
        className={cn(
          "tnum inline-flex size-7 shrink-0 items-center justify-center rounded-full border-[3px] text-caption font-semibold",
          draft ? "border-dashed border-accent text-accent" : "border-accent",
          version.status === "as-found" && "border-control",
        )}
      >
        {version.number ?? "·"}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="text-body-strong">
            {draft ? t("versions.draft") : t("version", { number: version.number ?? 0 })}
          </h2>
          <Badge tone={version.status === "published" ? "accent" : "neutral"}>
            {t(`status.${version.status}`)}
          </Badge>
        </div>
        {!draft && version.status !== "as-found" && (
          <p className={version.why ? "lead-sentence" : "text-body text-ink-3"}>
            {version.why ?? t(version.changes ? "versions.noWhy" : "versions.first")}
          </p>
        )}
        <p className="text-caption font-normal text-ink-3">
          {draft
            ? version.by && t("versions.draftBy", { name: version.by })
            : version.by
              ? t("versions.by", { day, name: version.by })
              : day}
          {" · "}
          {t("counts.stages", { count: version.stages })}, {t("counts.steps", { count: version.steps })}
          {version.status === "published" && ` · ${t("versions.now")}`}
          {version.retiredOn &&
            ` · ${t("versions.retiredOn", { day: format.day(version.retiredOn, "year") })}`}
        </p>
        <PromiseView version={version} words={words} />
        <EntryFigures version={version} />
        {version.changes && (
          <details className="mt-2" open={things <= 3}>
            <summary className="min-h-6 cursor-pointer text-caption text-accent">
              {t("changes.count", { count: things })}
            </summary>
            <div className="mt-1">
              <ChangesList
                changes={changes}
                stageNames={version.stageNames}
                movedFrom={version.movedFrom}
                words={words}
              />
            </div>
          </details>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          {draft && view.canEdit && (
            <LinkButton size="small" href={paths.draft(org, view.id)}>
              {t("map.openDraft")}
            </LinkButton>
          )}
          {restorable && (
            <StartDraft
              org={org}
              processId={view.id}
              fromVersionId={version.id}
              size="small"
              label={t("versions.restore", { number: version.number ?? 0 })}
            />
          )}
          {version.status === "published" && view.canPublish && (
            <Retire {...of} open={version.figures?.open.n ?? 0} />
          )}
          {version.revivable && view.canPublish && !view.archived && <Revive {...of} />}
        </div>
      </div>
    </li>
  );
}
