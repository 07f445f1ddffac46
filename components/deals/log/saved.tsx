"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { useRead } from "@/components/ui/use-read";
import { readDeal } from "@/lib/features/deals/actions";
import type { DealView } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Entry } from "@/lib/platform/outbox/entry";
import { useOnline, useOutbox } from "@/lib/platform/outbox/use-outbox";
import { paths } from "@/lib/platform/paths";
import { useText } from "../words";
import { Position } from "./about";
import { Queue } from "./queue";

/** What was kept, and how far it came. */
export type SavedLog = {
  readonly id: string;
  readonly how: "sent" | "waits";
  readonly dealId: string | null;
  readonly name: string;
  readonly stepKey: string | null;
  readonly stepName: string | null;
};

/** After a log: one line that gives something back, and what still waits. */
export function Saved({
  org,
  saved,
  onAgain,
  onMend,
}: {
  org: string;
  saved: SavedLog;
  onAgain: () => void;
  onMend: (entry: Entry) => void;
}) {
  const t = useTranslations("deals.log");
  const online = useOnline();
  const outbox = useOutbox();
  const count = outbox?.length ?? 0;
  // It may have gone while this was looked at.
  const waits = saved.how === "waits" && (outbox === null || outbox.some(({ id }) => id === saved.id));
  const read = useRead(readDeal, org, waits || saved.dealId === null ? null : { id: saved.dealId });
  const deal = read?.ok ? read.value : null;
  const timing = deal?.stages.flatMap(({ steps }) => steps).find(({ key }) => key === saved.stepKey)?.timing;
  const title = waits
    ? t("keptOnDevice")
    : saved.stepKey === null
      ? t("savedPlain")
      : timing && t.has(`saved.${timing}`)
        ? t(`saved.${timing}`)
        : t("saved.done");
  return (
    <div className="flex flex-1 flex-col gap-6 py-6">
      {deal && <Position deal={deal} />}
      <div>
        <h1 className="page-title">{title}</h1>
        <p className="lead-sentence mt-2 min-h-12">
          {waits ? t("waitsFor", { name: saved.name }) : deal && <NextLine deal={deal} name={saved.name} />}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-2">
        {saved.dealId ? (
          <LinkButton href={paths.deal(org, saved.dealId)}>{t("toDeal")}</LinkButton>
        ) : (
          <LinkButton href={paths.home(org)}>{t("leave")}</LinkButton>
        )}
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
      {count > 0 && (
        <div>
          <p className="mb-2">
            {!online && <strong className="font-semibold">{t("noConnection")} </strong>}
            {t("waiting", { count })}
          </p>
          <Queue org={org} onMend={onMend} />
        </div>
      )}
    </div>
  );
}

function NextLine({ deal, name }: { deal: DealView; name: string }) {
  const t = useTranslations("deals.log");
  const text = useText();
  const format = useFormat();
  const step = deal.stages.flatMap(({ steps }) => steps).find(({ key }) => key === deal.next?.stepKey);
  if (!step) return t("nothingNext", { name });
  return t("nextFor", {
    name,
    step: text(step.name),
    due: step.until ? t("by", { day: format.day(step.until) }) : "",
  });
}
