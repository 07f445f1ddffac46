"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Entry } from "@/lib/platform/outbox/entry";
import { useSender } from "@/lib/platform/outbox/use-sender";
import { paths } from "@/lib/platform/paths";
import { About } from "./about";
import { Compose } from "./compose";
import { Queue } from "./queue";
import { Saved, type SavedLog } from "./saved";
import { namedSubject, subjectOf } from "./subject";
import { useLogScreen } from "./use-log-screen";

/**
 * The log screen, on its own page: choose or confirm the deal, tap what was done, keep it. It needs no connection: what is
 * kept waits on the device, and below it stands what does.
 */
export function LogScreen({ org }: { org: string }) {
  const t = useTranslations("deals.log");
  const screen = useLogScreen(org);
  const { who, deal } = screen;
  useSender(who.how === "server" || who.how === "device");
  const [name, setName] = useState("");
  const [saved, setSaved] = useState<SavedLog | null>(null);
  const [mending, setMending] = useState<Entry | null>(null);
  const [round, setRound] = useState(0);
  const subject = deal ? subjectOf(deal) : namedSubject(name);
  const again = (entry: Entry | null) => {
    setMending(entry);
    setSaved(null);
    setRound((count) => count + 1);
  };
  const mend = (entry: Entry) => {
    const id = entry.input.id;
    if (typeof id === "string") void screen.open(id);
    else screen.setQ(entry.about);
    setName(entry.about);
    again(entry);
  };
  const back = deal ? paths.deal(org, deal.id) : paths.home(org);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4">
      <header className="grid grid-cols-[2.75rem_1fr_2.75rem] items-center py-2">
        {/* A whole load, which the page that is kept for later can do too. */}
        <a
          href={back}
          aria-label={t("leave")}
          className="flex size-11 items-center justify-center rounded-control"
        >
          <X className="size-5" strokeWidth={1.6} aria-hidden="true" />
        </a>
        <p className="text-center text-caption text-ink-2">{t("title")}</p>
      </header>
      {saved ? (
        <Saved org={org} saved={saved} onAgain={() => again(null)} onMend={mend} />
      ) : who.how === "nobody" ? (
        <p className="lead-sentence py-6">{t("signInFirst")}</p>
      ) : (
        <>
          <About screen={screen} name={name} onName={setName} choosing={mending?.input.id === null} />
          <Compose
            key={round}
            org={org}
            subject={subject}
            mayEdit={deal === null || (deal.mayEdit && !deal.deleted)}
            mending={mending}
            cut={who.how === "device"}
            onKept={(how, input, stepName) => {
              setSaved({
                how,
                id: input.activityId,
                dealId: subject.id,
                name: subject.name,
                stepKey: input.stepKey ?? null,
                stepName,
              });
              setMending(null);
            }}
          >
            <Queue org={org} onMend={mend} />
          </Compose>
        </>
      )}
    </div>
  );
}
