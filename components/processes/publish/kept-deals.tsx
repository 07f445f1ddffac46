"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ShortLines } from "@/components/ui/short-lines";
import { paths } from "@/lib/platform/paths";
import type { Words } from "../words";

/** A deal that stayed on its version, with its name as far as it is known. */
export type KeptDeal = { readonly id: string; readonly name: string; readonly why: string };

const REASONS = ["stale", "run-closed", "not-found", "stage-unmapped", "version-same", "offline"] as const;

/** Why a deal stays, in a few words. */
export const whyKept = (code: string, { t }: Pick<Words, "t">): string =>
  t(`publish.keptWhy.${REASONS.find((one) => one === code) ?? "other"}`);

/** The deals that were asked to go over and stay, each with the reason and the way to it; never more than were asked. */
export function KeptDeals({
  org,
  deals,
  moved,
  words,
  onClose,
}: {
  org: string;
  deals: readonly KeptDeal[];
  /** How many did go over. */
  moved: number;
  words: Words;
  onClose: () => void;
}) {
  const { t } = words;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("publish.kept", { count: deals.length })}
      description={t(moved > 0 ? "publish.keptText" : "publish.keptNone")}
      footer={<Button onClick={onClose}>{t("publish.keptClose")}</Button>}
    >
      <ShortLines
        lines={deals.map(({ id, name, why }) => ({
          key: id,
          href: paths.deal(org, id),
          title: name,
          facts: [whyKept(why, words)],
          value: null,
        }))}
      />
    </Dialog>
  );
}
