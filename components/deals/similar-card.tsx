"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { useRead } from "@/components/ui/use-read";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import { readSimilar } from "@/lib/features/deals/actions";
import type { SimilarDeals } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

/** The won deals that are most like this one, stage by stage beside its own road so far. */
export function SimilarCard() {
  const { org, deal } = useDeal();
  const t = useTranslations("deals.similar");
  const sentence = useRefusal();
  const found = useRead(readSimilar, org, { id: deal.id });
  return (
    <Card title={t("title")} sub={found?.ok ? t("looked", { count: found.value.looked }) : t("rule")}>
      {found === null ? (
        <LoadingRegion>
          <Skeleton className="h-24" />
        </LoadingRegion>
      ) : !found.ok ? (
        <p className="text-ink-2">{sentence(found.refusal)}</p>
      ) : found.value.deals.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <Roads similar={found.value.deals} />
      )}
    </Card>
  );
}

function Roads({ similar }: { similar: SimilarDeals["deals"] }) {
  const { org, deal } = useDeal();
  const t = useTranslations("deals.similar");
  const text = useText();
  const format = useFormat();
  const cell = "tnum border-t border-line px-2 py-2 text-right align-top";
  const own = deal.stages.reduce<number | null>(
    (sum, { days, state }) => (state === "ahead" ? sum : days === null || sum === null ? null : sum + days),
    0,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={t("title")} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full min-w-max text-body">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="text-caption font-normal text-ink-3">
          <tr>
            <th scope="col" className="pr-2 pb-1 text-left font-normal">
              {t("deal")}
            </th>
            {deal.stages.map(({ key, name }) => (
              <th key={key} scope="col" className="max-w-24 px-2 pb-1 text-right align-bottom font-normal">
                {text(name)}
              </th>
            ))}
            <th scope="col" className="pb-1 pl-2 text-right align-bottom font-normal">
              {t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="border-t border-line py-2 pr-2 text-left align-top font-semibold">
              {t("this")}
            </th>
            {deal.stages.map(({ key, days, state }) => (
              <td key={key} className={`${cell} font-semibold`}>
                {state === "ahead" ? "" : (days ?? t("unknown"))}
              </td>
            ))}
            <td className={`${cell} pr-0 font-semibold`}>
              {own === null ? t("unknown") : t("soFar", { days: own })}
            </td>
          </tr>
          {similar.map((each) => (
            <tr key={each.id}>
              <th scope="row" className="max-w-64 border-t border-line py-2 pr-2 text-left font-normal">
                <Link href={paths.deal(org, each.id)} className="text-accent hover:underline">
                  {each.company ? `${each.company}, ${titleBeside(each.title, each.company)}` : each.title}
                </Link>
                <span className="block text-caption font-normal text-ink-3">
                  {[...each.shared.map((like) => t(`like.${like}`)), format.day(each.closedOn, "year")].join(
                    ", ",
                  )}
                </span>
              </th>
              {deal.stages.map(({ key }) => (
                <td key={key} className={cell}>
                  {key in each.stages ? (
                    (each.stages[key] ?? t("unknown"))
                  ) : (
                    <span className="text-ink-3">{t("never")}</span>
                  )}
                </td>
              ))}
              <td className={`${cell} pr-0`}>{each.days ?? t("unknown")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
