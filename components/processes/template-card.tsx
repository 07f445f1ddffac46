"use client";

import { useTranslations } from "next-intl";
import { RouteLine } from "@/components/route-line/route-line";
import { Button } from "@/components/ui/button";
import type { TemplateCard } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useWords } from "./words";

const NOBODY = { roles: [], departments: [] } as const;

/** A template to start from. All lines share one scale, so that a long process looks long. */
export function TemplateCardView({
  template,
  longest,
  busy,
  primary,
  onStart,
}: {
  template: TemplateCard;
  /** Days of the longest template shown. */
  longest: number;
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
          <h3 className="section-title">{role}</h3>
          <p className="text-body text-ink-2">{words.text(template.name)}</p>
        </div>
        <span className="text-body-strong whitespace-nowrap">{t("new.days", { count: template.days })}</span>
      </header>
      <p className="mt-1 line-clamp-3 text-caption font-normal text-ink-3">
        {words.text(template.description)}
      </p>
      <div style={{ width: `${Math.max(60, Math.round((template.days / Math.max(1, longest)) * 100))}%` }}>
        <RouteLine
          variant="map"
          stages={template.stages.map((stage) => ({
            key: stage.key,
            name: words.stageName(stage),
            state: "behind",
          }))}
          end={{ name: words.end, reached: true }}
        />
      </div>
      <footer className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex flex-wrap gap-x-4 text-caption font-normal text-ink-3">
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
