"use client";

import { CircleAlert, Compass, type LucideIcon, MessageCircleQuestionMark, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { REGISTER_KINDS, type RegisterKind } from "@/lib/domain/registers/types";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

/** Where the next step points to for what it says of the buyer. */
export const BUYER_CARD = "buyer";

const ICON: Record<RegisterKind, LucideIcon> = {
  problem: CircleAlert,
  source: Compass,
  objection: MessageCircleQuestionMark,
  message: Send,
};

/** What the registers know of buyers in this stage: problems, sources, objections and what answers them. */
export function BuyerCard() {
  const { deal } = useDeal();
  const t = useTranslations("deals.buyer");
  const text = useText();
  const here = deal.stages.find(({ key }) => key === deal.stageKey);
  const groups = REGISTER_KINDS.map((kind) => ({
    kind,
    entries: deal.buyer.filter((entry) => entry.kind === kind),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <Card
      id={BUYER_CARD}
      title={t("title", { stage: text(here?.name) })}
      sub={t("sub")}
      className="scroll-mt-4"
    >
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {groups.map(({ kind, entries }) => {
          const Icon = ICON[kind];
          return (
            <section key={kind} aria-labelledby={`buyer-${kind}`} className="min-w-0">
              <h3 id={`buyer-${kind}`} className="flex items-center gap-2 text-body-strong">
                <Icon className="size-4 shrink-0 text-ink-3" aria-hidden="true" />
                {t(kind)}
              </h3>
              <ul className="mt-1">
                {entries.map(({ id, name, note, forNext }) => (
                  <li key={id} className="border-t border-line py-1.5 break-words first:border-t-0">
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span className="min-w-0">{text(name)}</span>
                      {forNext && <Badge>{t("forNext")}</Badge>}
                    </span>
                    {note && (
                      <p className="text-caption font-normal whitespace-pre-line text-ink-3">{note}</p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Card>
  );
}
