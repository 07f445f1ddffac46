import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { RouteLine } from "@/components/route-line/route-line";
import { LinkButton } from "@/components/ui/button";
import type { ProcessMap } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { makeWords, useTextLocale } from "../words";

/** The end of the first run: the published line, on paper in one step, and what comes next. */
export function Finish({
  org,
  view,
  shown,
}: {
  org: string;
  view: ProcessMap;
  shown: NonNullable<ProcessMap["shown"]>;
}) {
  const t = useTranslations("start.finish");
  const words = makeWords(useTranslations("processes"), useTextLocale(), view, view.category);
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="page-title">{t("title", { number: shown.number })}</h1>
        <p className="text-body text-ink-2">{t("text")}</p>
      </header>
      <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 sm:p-6">
        <h2 className="section-title">{words.text(view.name)}</h2>
        <RouteLine
          variant="map"
          plan
          stages={shown.document.stages.map((stage) => ({
            key: stage.key,
            name: words.stageName(stage),
            state: "behind",
          }))}
          end={{ name: words.end, reached: true }}
        />
      </section>
      <p className="flex flex-wrap gap-3">
        <LinkButton variant="primary" href={paths.printProcess(org, view.id)}>
          <Printer className="size-4" aria-hidden="true" />
          {t("print")}
        </LinkButton>
        {view.category === "opportunity" && (
          <LinkButton href={paths.newDeal(org, view.id)}>{t("deal")}</LinkButton>
        )}
        <LinkButton href={paths.process(org, view.id)}>{t("process")}</LinkButton>
        <LinkButton variant="quiet" href={paths.start(org)}>
          {t("another")}
        </LinkButton>
      </p>
    </>
  );
}
