"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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

type Part = { key: string; name: string; days: ReactNode };

function Roads({ similar }: { similar: SimilarDeals["deals"] }) {
  const { org, deal } = useDeal();
  const t = useTranslations("deals.similar");
  const text = useText();
  const format = useFormat();
  const own = deal.stages.reduce<number | null>(
    (sum, { days, state }) => (state === "ahead" ? sum : days === null || sum === null ? null : sum + days),
    0,
  );
  return (
    <ul aria-label={t("caption")} className="divide-y divide-line">
      <Road
        name={<strong className="font-semibold">{t("this")}</strong>}
        total={own === null ? t("unknown") : t("soFar", { days: own })}
        stages={deal.stages.map(({ key, name, days, state }) => ({
          key,
          name: text(name),
          days: state === "ahead" ? <span className="text-ink-3">–</span> : (days ?? t("unknown")),
        }))}
      />
      {similar.map((each) => (
        <Road
          key={each.id}
          name={
            <Link href={paths.deal(org, each.id)} className="text-accent hover:underline">
              {each.company ? `${each.company}, ${titleBeside(each.title, each.company)}` : each.title}
            </Link>
          }
          sub={[...each.shared.map((like) => t(`like.${like}`)), format.day(each.closedOn, "year")].join(
            ", ",
          )}
          total={each.days === null ? t("unknown") : t("all", { days: each.days })}
          stages={deal.stages.map(({ key, name }) => ({
            key,
            name: text(name),
            days:
              key in each.stages ? (
                (each.stages[key] ?? t("unknown"))
              ) : (
                <span className="text-ink-3">{t("never")}</span>
              ),
          }))}
        />
      ))}
    </ul>
  );
}

/** A deal's days per stage and in all. Stages stand in the same columns for every deal, on as many lines as the width asks. */
function Road({
  name,
  sub,
  total,
  stages,
}: {
  name: ReactNode;
  sub?: string;
  total: string;
  stages: readonly Part[];
}) {
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0">{name}</span>
        <span className="tnum shrink-0 font-semibold">{total}</span>
      </div>
      {sub && <p className="text-caption font-normal text-ink-3">{sub}</p>}
      <dl className="mt-1.5 grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-x-2 gap-y-1.5">
        {stages.map(({ key, name, days }) => (
          <div key={key} className="flex min-w-0 flex-col justify-between">
            <dt className="text-caption font-normal text-ink-3 wrap-anywhere">{name}</dt>
            <dd className="tnum">{days}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
