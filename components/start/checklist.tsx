import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Beginning, Checklist as List } from "@/lib/features/organizations/view";
import { paths } from "@/lib/platform/paths";
import { HideChecklist } from "./hide-checklist";
import { OpenExample } from "./open-example";

const PLACES: Record<Beginning, (org: string, dealId: string | null) => string> = {
  process: (org) => paths.start(org),
  people: (org) => paths.members(org),
  deal: (org) => paths.newDeal(org),
  step: (org, dealId) => (dealId ? paths.deal(org, dealId) : paths.today(org)),
  proof: (org, dealId) => (dealId ? `${paths.deal(org, dealId)}#criteria` : paths.deals(org)),
};

/** What a new organisation begins with, and how far it is; gone once all of it is done, or when it is put away. */
export function Checklist({ org, list }: { org: string; list: List }) {
  const t = useTranslations("start.checklist");
  const done = list.items.filter((item) => item.done).length;
  const next = list.items.find((item) => !item.done);
  if (list.isExample || !next) return null;
  return (
    <Card
      title={t("title")}
      sub={t("done", { done, all: list.items.length })}
      actions={<HideChecklist label={t("hide")} />}
      className="mb-6"
    >
      <ol className="flex flex-col">
        {list.items.map(({ key, done: isDone }) => (
          <li key={key} className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0">
            {isDone ? (
              <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" role="img" aria-label={t("isDone")} />
            ) : (
              <CircleDashed className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden="true" />
            )}
            <span className="min-w-0 flex-1">
              {isDone ? (
                <span className="text-ink-2">{t(`item.${key}`)}</span>
              ) : (
                <Link
                  href={PLACES[key](org, list.dealId)}
                  className={key === next.key ? "text-body-strong text-accent underline" : "underline"}
                >
                  {t(`item.${key}`)}
                </Link>
              )}
              {key === next.key && (
                <span className="block text-caption font-normal text-ink-3">{t(`why.${key}`)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-3 border-t border-line pt-3">
        <p className="min-w-0 flex-1 text-ink-2">{t("example")}</p>
        <OpenExample />
      </div>
    </Card>
  );
}
