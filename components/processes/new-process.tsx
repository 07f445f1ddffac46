"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { Category, SellingStyle } from "@/lib/domain/process/types";
import type { Refusal } from "@/lib/domain/shared/result";
import { createEmpty, createFromTemplate, importProcess } from "@/lib/features/processes/actions";
import type { Created, Templates } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import type { Result } from "@/lib/platform/verb";
import { FileCard } from "./file-card";
import { OwnStages } from "./own-stages";
import { textOf } from "./read-file";
import { StyleChoice } from "./style-choice";
import { TemplateCardView } from "./template-card";
import { useTextLocale } from "./words";

/** What most people come for stands first. */
const OFFERED: readonly Category[] = ["opportunity", "account", "territory", "call", "enablement"];

/** Two choices to a filled draft: how you sell, and which role first. Or a line of your own. */
export function NewProcess({ org, view }: { org: string; view: Templates }) {
  const t = useTranslations("processes");
  const router = useRouter();
  const say = useRefusal();
  const locale = useTextLocale();
  const [style, setStyle] = useState<SellingStyle>("consultative");
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ what: string; why: Refusal } | null>(null);
  const shown = view.templates.filter((template) => template.style === style);

  const start = async (what: string, create: () => Promise<Result<Created>>) => {
    setBusy(what);
    setRefusal(null);
    const result = await create();
    if (result.ok) return router.push(paths.draft(org, result.value.processId));
    setBusy(null);
    setRefusal({ what, why: result.refusal });
  };
  return (
    <Page>
      <PageHeader crumbs={[{ label: t("title"), href: paths.processes(org) }]} title={t("new.title")} />
      <div className="flex flex-col gap-6">
        <StyleChoice value={style} onChange={setStyle} />
        {refusal && refusal.what !== "file" && <Banner tone="bad">{say(refusal.why)}</Banner>}
        <section className="flex flex-col gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 className="section-title">{t("new.role")}</h2>
            <p className="text-caption font-normal text-ink-3">{t("new.scale")}</p>
          </div>
          {shown.length === 0 && <p className="text-body text-ink-2">{t("new.none")}</p>}
          {OFFERED.map((category) => {
            const cards = shown.filter((template) => template.category === category);
            if (cards.length === 0) return null;
            return (
              <section key={category} className="flex flex-col gap-2">
                <h3 className="text-body-strong text-ink-2">{t(`category.${category}`)}</h3>
                <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
                  {cards.map((template) => (
                    <TemplateCardView
                      key={template.key}
                      template={template}
                      busy={busy === template.key}
                      primary={template === shown[0]}
                      onStart={() =>
                        start(template.key, () =>
                          createFromTemplate(org, { id: newId(), templateKey: template.key }),
                        )
                      }
                    />
                  ))}
                </div>
              </section>
            );
          })}
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            <FileCard
              busy={busy === "file"}
              refusal={refusal?.what === "file" ? refusal.why : null}
              onFile={async (file) => {
                const content = await textOf(file);
                if (typeof content !== "string") return setRefusal({ what: "file", why: content });
                await start("file", () => importProcess(org, { id: newId(), content }));
              }}
            />
            <OwnStages
              roles={view.roles}
              busy={busy === "own"}
              onStart={({ name, roleId, stages }) =>
                start("own", () =>
                  createEmpty(org, {
                    id: newId(),
                    name: { [locale]: name },
                    category: "opportunity",
                    style,
                    commercialRoleId: roleId || null,
                    stages: stages.map((stage) => ({ [locale]: stage })),
                  }),
                )
              }
            />
          </div>
        </section>
      </div>
    </Page>
  );
}
