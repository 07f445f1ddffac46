"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { restoreDeal } from "@/lib/features/deals/actions";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";

/** Says that the deal was thrown away, with the way back. */
export function DeletedNote() {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.deal");
  return (
    <div className="mb-4">
      <Banner
        tone="warn"
        title={t("isDeleted")}
        action={
          deal.mayEdit && (
            <Button
              size="small"
              loading={busy}
              onClick={() =>
                act((version) => restoreDeal(org, { id: deal.id, version }, { key: newId() }), {
                  title: t("restored"),
                })
              }
            >
              {t("restore")}
            </Button>
          )
        }
      >
        {t("isDeletedText")}
      </Banner>
    </div>
  );
}
