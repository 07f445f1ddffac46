"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { DealRow } from "@/lib/features/deals/view";
import { useText } from "../words";

/** The deals to choose from, latest first; typing searches. */
export function DealChoice({
  deals,
  q,
  onSearch,
  onChoose,
}: {
  deals: readonly DealRow[] | null;
  q: string;
  onSearch: (q: string) => void;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("deals.log");
  const text = useText();
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label={t("findDeal")}
        placeholder={t("findDeal")}
        value={q}
        onChange={(event) => onSearch(event.target.value)}
      />
      {deals?.length === 0 && <p className="py-2 text-ink-3">{t(q.trim() ? "noDeals" : "noDealsYet")}</p>}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface empty:hidden">
        {deals?.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => onChoose(row.id)}
              className="flex min-h-14 w-full flex-col justify-center px-4 py-2 text-left hover:bg-sunken"
            >
              <span className="w-full truncate font-semibold">
                {row.company ? `${row.company}, ${titleBeside(row.title, row.company)}` : row.title}
              </span>
              <span className="w-full truncate text-caption font-normal text-ink-3">
                {[text(row.stage), text(row.nextStep)].filter(Boolean).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
