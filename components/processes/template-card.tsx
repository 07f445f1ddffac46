"use client";

import { useTranslations } from "next-intl";
import { RouteLine } from "@/components/route-line/route-line";
import { Button } from "@/components/ui/button";
import type { TemplateCard } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { StationRow } from "./station-row";
import { useWords } from "./words";

const NOBODY = { roles: [], departments: [] } as const;

/** A template to start from: whose it is, its line, its length and what stands on it. */
export function TemplateCardView({
  template,
  busy,
  primary,
  onStart,
}: {
  template: TemplateCard;
  busy: boolean;
  primary: boolean;
  onStart: () => void;
}) {
  const t = useTranslations("processes");
  const words = useWords(NOBODY, template.category);
  const format = useFormat();
  const facts = [
    `${t("counts.stages", { count: template.stages.length })}, ${t("counts.steps", { count: template.steps })}`,
    template.buyerProof
      ? t("new.proof")
      : template.departments.length > 0
        ? t("new.withDepartments", { names: format.list(template.departments.slice(0, 3).map(words.text)) })
        : null,
  ];
  const role = words.text(template.role);
  return (
    <article className="flex flex-col rounded-card border border-line bg-surface p-4 sm:p-5">
      <header className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h4 className="section-title">{role}</h4>
          <p className="text-body text-ink-2">{words.text(template.name)}</p>
        </div>
        <span className="text-body-strong whitespace-nowrap">{t("new.days", { count: template.days })}</span>
      </header>
      <p className="mt-1 line-clamp-3 text-caption font-normal text-ink-3">
        {words.text(template.description)}
      </p>
      <StationRow
        names={template.stages.map(words.stageName)}
        end={words.end}
        className="my-4 hidden sm:flex"
      />
      <RouteLine
        variant="map"
        plan
        className="my-3 sm:hidden"
        stages={template.stages.map((stage) => ({
          key: stage.key,
          name: words.stageName(stage),
          state: "behind",
        }))}
        end={{ name: words.end, reached: true }}
      />
      <footer className="mt-auto flex items-end justify-between gap-4">
        <p className="flex min-w-0 flex-wrap gap-x-4 text-caption font-normal text-ink-3">
          {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
        </p>
        <Button
          variant={primary ? "primary" : "secondary"}
          loading={busy}
          onClick={onStart}
          aria-label={t("new.startFor", { name: `${role}, ${words.text(template.name)}` })}
        >
          {t("new.start")}
        </Button>
      </footer>
    </article>
  );
}
