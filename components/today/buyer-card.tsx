"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TodayView } from "@/lib/features/today/view";
import { paths } from "@/lib/platform/paths";
import { SideCard } from "./side-card";
import { useText } from "./words";

/** What only the buyer can confirm, where that takes longer than the stage does. */
export function BuyerCard({ org, withBuyer }: { org: string; withBuyer: TodayView["withBuyer"] }) {
  const t = useTranslations("today.buyer");
  const text = useText();
  if (withBuyer.total === 0) return null;
  const more = withBuyer.total - withBuyer.items.length;
  return (
    <SideCard id="today-buyer" title={t("title")}>
      <p className="text-caption font-normal text-ink-3">{t("how")}</p>
      <ul>
        {withBuyer.items.map(({ id, name, text: words, days, limit }) => (
          <li
            key={`${id} ${text(words)}`}
            className="flex items-start gap-2.5 border-t border-line py-2 first:border-t-0"
          >
            <span className="mt-0.5 shrink-0 rounded-full border border-control px-2 text-caption font-normal text-ink-2">
              {t("badge")}
            </span>
            <Link href={paths.deal(org, id)} prefetch={false} className="min-w-0 hover:underline">
              <span className="block">{text(words)}</span>
              <span className="block text-caption font-normal text-ink-3">
                {t("line", { name, days, limit })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-caption font-normal text-ink-3">{t("more", { count: more })}</p>}
    </SideCard>
  );
}
