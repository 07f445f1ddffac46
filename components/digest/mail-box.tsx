"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { notify } from "@/components/ui/toast";
import { readMails } from "@/lib/features/digest/actions";
import type { MailPage, MailView } from "@/lib/features/digest/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";

/** Every mail word for word, the latest first; it says that none of them leaves where no mail server is set. */
export function MailBox({ org, page }: { org: string; page: MailPage }) {
  const t = useTranslations("digest.box");
  const format = useFormat();
  const sentence = useRefusal();
  const [more, setMore] = useState<readonly MailView[]>([]);
  const [next, setNext] = useState(page.next);
  const [busy, setBusy] = useState(false);
  const mails = [...page.mails, ...more];
  const older = async () => {
    if (!next) return;
    setBusy(true);
    const result = await readMails(org, { after: next });
    setBusy(false);
    if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
    setMore([...more, ...result.value.mails]);
    setNext(result.value.next);
  };
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <Banner tone="info" title={t("dev")}>
        {t("devText")}
      </Banner>
      {mails.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul aria-label={t("list")} className="rounded-card border border-line bg-surface">
          {mails.map((mail) => (
            <li key={mail.id} className="border-t border-line first:border-t-0">
              <details>
                <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 px-4 py-2 sm:px-5">
                  <strong className="min-w-0 font-semibold break-words">{mail.subject}</strong>
                  <span className="text-caption font-normal break-words text-ink-3">
                    {t("to")} {mail.name} &lt;{mail.address}&gt;
                  </span>
                  <span className="tnum ml-auto text-caption font-normal text-ink-3">
                    {format.instant(mail.at, page.timeZone)}
                  </span>
                </summary>
                <pre className="border-t border-line px-4 py-3 font-sans break-words whitespace-pre-wrap text-ink-2 sm:px-5">
                  {mail.body}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <Button className="self-start" loading={busy} onClick={older}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
