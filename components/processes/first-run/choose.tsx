"use client";

import { Eye, FileSpreadsheet, type LucideIcon, Type } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import type { Category, SellingStyle } from "@/lib/domain/process/types";
import { inLocale } from "@/lib/domain/shared/text";
import { createFromTemplate } from "@/lib/features/processes/actions";
import type { FirstRun, Templates } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { StyleChoice } from "../style-choice";
import { TemplateCardView } from "../template-card";
import { useTextLocale } from "../words";

/** What most people come for stands first. */
const OFFERED: readonly Category[] = ["opportunity", "account", "territory", "call", "enablement"];

/** What do you sell and how, and which role first: one press makes the filled draft. */
export function Choose({
  org,
  view,
  run,
  asked,
}: {
  org: string;
  view: Templates;
  run: FirstRun;
  asked: SellingStyle;
}) {
  const t = useTranslations("processes");
  const s = useTranslations("start");
  const router = useRouter();
  const say = useRefusal();
  const locale = useTextLocale();
  const [style, setStyle] = useState(asked);
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const shown = OFFERED.flatMap((category) =>
    view.templates.filter((template) => template.style === style && template.category === category),
  );
  const [begun] = run.begun;

  const start = async (templateKey: string) => {
    setBusy(templateKey);
    setRefused(null);
    const made = await createFromTemplate(org, { id: newId(), templateKey });
    if (made.ok) return router.push(paths.startProcess(org, made.value.processId, "map"));
    setBusy(null);
    setRefused(say(made.refusal));
  };
  return (
    <>
      {begun && (
        <Banner
          action={
            <LinkButton size="small" href={paths.startProcess(org, begun.id)}>
              {s("goOn")}
            </LinkButton>
          }
        >
          {s("begun", { name: inLocale(begun.name, locale) || t("untitled.process") })}
        </Banner>
      )}
      <div className="flex flex-col gap-4">
        <h1 className="page-title">{t("new.title")}</h1>
        <StyleChoice
          value={style}
          onChange={(next) => {
            setStyle(next);
            // In the address, so that Back from the map finds the same cards.
            window.history.replaceState(null, "", paths.start(org, next));
          }}
        />
      </div>
      {refused && <Banner tone="bad">{refused}</Banner>}
      <section className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="section-title">{t("new.role")}</h2>
          <p className="text-caption font-normal text-ink-3">{t("new.scale")}</p>
        </div>
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {shown.map((template) => (
            <TemplateCardView
              key={template.key}
              template={template}
              busy={busy === template.key}
              primary={template === shown[0]}
              onStart={() => start(template.key)}
            />
          ))}
          <OtherWays org={org} />
        </div>
      </section>
    </>
  );
}

function OtherWays({ org }: { org: string }) {
  const t = useTranslations("start.other");
  return (
    <section className="flex flex-col gap-2 rounded-card border border-dashed border-control p-4 sm:p-5">
      <h3 className="section-title">{t("title")}</h3>
      <ul className="flex flex-col gap-1">
        <Way icon={Type} href={paths.newProcess(org)} name={t("own")} text={t("ownText")} />
        <Way icon={FileSpreadsheet} href={paths.newImport(org)} name={t("deals")} text={t("dealsText")} />
        <Way icon={Eye} href={paths.processes(org)} name={t("look")} text={t("lookText")} />
      </ul>
    </section>
  );
}

const Way = ({
  icon: Icon,
  href,
  name,
  text,
}: {
  icon: LucideIcon;
  href: string;
  name: string;
  text: string;
}) => (
  <li>
    <Link
      href={href}
      className="flex min-h-9 items-center gap-3 rounded-control py-1 hover:underline pointer-coarse:min-h-11"
    >
      <Icon className="size-5 shrink-0 text-accent" aria-hidden="true" />
      <span>
        <span className="text-body-strong">{name}</span> <span className="text-body text-ink-2">{text}</span>
      </span>
    </Link>
  </li>
);
