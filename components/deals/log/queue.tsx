"use client";

import { CircleAlert, CircleDashed, CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Entry } from "@/lib/platform/outbox/entry";
import { throwAway } from "@/lib/platform/outbox/outbox";
import { useOutbox } from "@/lib/platform/outbox/use-outbox";

const ICON = { waiting: CircleDashed, unfinished: CircleHelp, refused: CircleAlert };

/** What waits on this device; what cannot be sent as it is says why, and can be mended or thrown away. */
export function Queue({ org, onMend }: { org: string; onMend: (entry: Entry) => void }) {
  const t = useTranslations("deals.log");
  const sentence = useRefusal();
  const entries = useOutbox() ?? [];
  if (entries.length === 0) return null;
  return (
    <section aria-label={t("queue")}>
      <ul className="rounded-card border border-line bg-surface px-4">
        {[...entries].reverse().map((entry) => {
          const Icon = ICON[entry.state];
          return (
            <li key={entry.id} className="flex gap-3 border-t border-line py-3 first:border-t-0">
              <Icon
                className={
                  entry.state === "waiting"
                    ? "mt-0.5 size-4 shrink-0 text-ink-3"
                    : "mt-0.5 size-4 shrink-0 text-warn"
                }
                aria-hidden="true"
              />
              <div className="min-w-0 flex-1">
                <p className="flex justify-between gap-2">
                  <strong className="min-w-0 truncate font-semibold">{entry.about || t("someDeal")}</strong>
                  <time className="tnum shrink-0 text-caption font-normal text-ink-3" dateTime={entry.madeAt}>
                    {madeAt(entry.madeAt)}
                  </time>
                </p>
                <p className="break-words text-ink-2">{entry.what}</p>
                {entry.state === "unfinished" && <p className="text-caption text-warn">{t("whichDeal")}</p>}
                {entry.refusal && entry.state === "refused" && (
                  <p className="text-caption text-warn">{sentence(entry.refusal)}</p>
                )}
                {(entry.state !== "waiting" || entry.tries === 0) && (
                  <div className="mt-1 flex gap-2">
                    {entry.state !== "waiting" && entry.org === org && (
                      <Button size="small" onClick={() => onMend(entry)}>
                        {t(entry.state === "unfinished" ? "chooseDeal" : "mend")}
                      </Button>
                    )}
                    <Button size="small" variant="quiet" onClick={() => void throwAway(entry.id)}>
                      {t("throwAway")}
                    </Button>
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-caption font-normal text-ink-3">{t("queueText")}</p>
    </section>
  );
}

/** By this device's own clock, which is the one its person reads. */
function madeAt(instant: string): string {
  const at = new Date(instant);
  const time = `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
  return at.toDateString() === new Date().toDateString()
    ? time
    : `${at.getDate()}-${at.getMonth() + 1} ${time}`;
}
