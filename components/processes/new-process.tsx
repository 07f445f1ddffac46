"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { Category, SellingStyle } from "@/lib/domain/process/types";
import type { Refusal } from "@/lib/domain/shared/result";
import { sameName } from "@/lib/domain/shared/same-name";
import { inLocale } from "@/lib/domain/shared/text";
import { createEmpty, createFromTemplate, importProcess } from "@/lib/features/processes/actions";
import type { Created, TemplateCard, Templates } from "@/lib/features/processes/view";
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
export function NewProcess({
  org,
  view,
  roleId,
}: {
  org: string;
  view: Templates;
  /** Whose process it will be, where that is known. */
  roleId: string | null;
}) {
  const t = useTranslations("processes");
  const router = useRouter();
  const say = useRefusal();
  const locale = useTextLocale();
  const role = view.roles.find(({ id }) => id === roleId) ?? null;
  const fits = (template: TemplateCard) => role !== null && sameName(template.role, role.name);
  const [style, setStyle] = useState<SellingStyle>(view.templates.find(fits)?.style ?? "consultative");
  /** The text of the file that was chosen last. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ what: string; why: Refusal } | null>(null);
  const ofStyle = view.templates.filter((template) => template.style === style);
  const shown = [...ofStyle.filter(fits), ...ofStyle.filter((template) => !fits(template))];
  const [first] = shown;
  const offered = [...new Set([...(first && fits(first) ? [first.category] : []), ...OFFERED])];

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
      <PageHeader
        crumbs={[{ label: t("title"), href: paths.processes(org) }]}
        title={t("new.title")}
        sub={role && t("new.forRole", { role: inLocale(role.name, locale) })}
      />
      <div className="flex flex-col gap-6">
        <StyleChoice value={style} onChange={setStyle} />
        {refusal && refusal.what !== "file" && <Banner tone="bad">{say(refusal.why)}</Banner>}
        <section className="flex flex-col gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 className="section-title">{t("new.role")}</h2>
            <p className="text-caption font-normal text-ink-3">{t("new.scale")}</p>
          </div>
          {shown.length === 0 && <p className="text-body text-ink-2">{t("new.none")}</p>}
          {offered.map((category) => {
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
                      primary={template === first}
                      onStart={() =>
                        start(template.key, () =>
                          createFromTemplate(org, {
                            id: newId(),
                            templateKey: template.key,
                            ...(role && { commercialRoleId: role.id }),
                          }),
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
              org={org}
              busy={busy === "file"}
              refusal={refusal?.what === "file" ? refusal.why : null}
              onFile={async (file) => {
                const content = await textOf(file);
                if (typeof content !== "string") return setRefusal({ what: "file", why: content });
                setChosen(content);
                await start("file", () => importProcess(org, { id: newId(), content }));
              }}
              onTwin={(twin) =>
                chosen !== null &&
                start("file", () => importProcess(org, { id: newId(), content: chosen, twin }))
              }
            />
            <OwnStages
              roles={view.roles}
              first={role?.id ?? null}
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
