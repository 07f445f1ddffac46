"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { useDeal } from "./deal-provider";
import { EditSheet } from "./edit-sheet";

/** The fields of a deal. */
export function DetailsCard() {
  const { org, deal } = useDeal();
  const t = useTranslations("deals.fields");
  const common = useTranslations("common");
  const title = useTranslations("deals.deal");
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const rows: [string, ReactNode][] = [
    [
      t("company"),
      deal.company && (
        <Link href={paths.company(org, deal.company.id)} className="text-accent hover:underline">
          {deal.company.name}
        </Link>
      ),
    ],
    [t("contact"), deal.contact?.name],
    [t("amount"), deal.amount && format.money(deal.amount.minor, deal.amount.currency)],
    [t("expectedClose"), deal.expectedClose && format.day(deal.expectedClose, "year")],
    [t("owner"), deal.owner.name],
    [t("product"), deal.product?.name],
    [t("segment"), deal.segment],
    [title("opened"), deal.openedOn && format.day(deal.openedOn, "year")],
  ];
  return (
    <Card
      title={title("details")}
      actions={
        deal.mayEdit &&
        !deal.deleted && (
          <Button size="small" onClick={() => setEditing(true)}>
            {common("edit")}
          </Button>
        )
      }
    >
      <dl className="divide-y divide-line">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-1.5">
            <dt className="shrink-0 text-ink-3">{name}</dt>
            <dd className="min-w-0 text-right break-words">
              {value || <span className="text-ink-3">{common("none")}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {editing && <EditSheet onClose={() => setEditing(false)} />}
    </Card>
  );
}
