"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { restoreDeal } from "@/lib/features/deals/actions";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";

/** Says that the deal was thrown away, with the way back. */
export function DeletedNote() {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.deal");
  const restore = () =>
    act((version) => restoreDeal(org, { id: deal.id, version }, { key: newId() }), { title: t("restored") });
  useCommands([deal.mayEdit && { label: t("keys.restore"), run: () => void restore() }]);
  return (
    <div className="mb-4">
      <Banner
        tone="warn"
        title={t("isDeleted")}
        action={
          deal.mayEdit && (
            <Button size="small" loading={busy} onClick={restore}>
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
