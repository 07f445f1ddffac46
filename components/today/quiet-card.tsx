import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QuietDeal, TodayView } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { SideCard } from "./side-card";

/** Days without contact against how long the stage takes; the same in words stands beside it. */
function Bar({ quiet: { days, limit }, most }: QuietDeal & { most: number }) {
  const at = (value: number) => `${Math.min(100, (100 * value) / most)}%`;
  return (
    <svg width="100%" height="16" className="block overflow-visible" aria-hidden="true" data-forced-mark>
      <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" strokeWidth="2" />
      <rect x="0" width={at(limit)} y="4.5" height="7" fill="var(--accent-soft)" />
      <line x1={at(limit)} x2={at(days)} y1="8" y2="8" stroke="var(--age-3)" strokeWidth="4" />
      <line x1={at(limit)} x2={at(limit)} y1="1" y2="15" stroke="var(--ink-2)" strokeWidth="1.5" />
      <circle cx={at(days)} cy="8" r="4" fill="var(--ink-2)" />
    </svg>
  );
}

/** Deals on which both sides have been silent for longer than the stage takes. */
export function QuietCard({ org, quiet }: { org: string; quiet: TodayView["quiet"] }) {
  const t = useTranslations("today.quiet");
  const format = useFormat();
  const sums = quiet.sums.map(({ minor, currency }) => format.money(minor, currency)).join(" · ");
  const most = Math.max(...quiet.deals.map((deal) => deal.quiet.days), 1) * 1.1;
  return (
    <SideCard
      id="today-quiet"
      title={t("title")}
      aside={quiet.total > 0 && t("sums", { count: quiet.total, sums: sums || "none" })}
    >
      {quiet.total === 0 && <p className="text-ink-2">{t("none")}</p>}
      {quiet.total > 0 && (
        <>
          <p className="text-caption font-normal text-ink-3">{t("how")}</p>
          <ul>
            {quiet.deals.map((deal) => (
              <li key={deal.id} className="border-t border-line first:border-t-0">
                <Link
                  href={paths.deal(org, deal.id)}
                  prefetch={false}
                  className="grid min-h-9 grid-cols-[minmax(0,1fr)_6.5rem_3rem] items-center gap-3 hover:underline touch:min-h-11"
                >
                  <span className="truncate">{deal.name}</span>
                  <Bar {...deal} most={most} />
                  <span className="tnum text-right" aria-hidden="true">
                    {t("days", { days: deal.quiet.days })}
                  </span>
                  <span className="sr-only">
                    {t("line", {
                      days: deal.quiet.days,
                      limit: Math.ceil(deal.quiet.limit),
                      never: deal.never ? "yes" : "no",
                    })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {quiet.total > quiet.deals.length && (
            <p className="text-caption font-normal text-ink-3">
              {t("more", { count: quiet.total - quiet.deals.length })}
            </p>
          )}
        </>
      )}
    </SideCard>
  );
}
