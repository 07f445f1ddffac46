"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { inLocale } from "@/lib/domain/shared/text";
import type { Notice, NoticeTarget } from "@/lib/features/inbox/view";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";

function hrefOf(org: string, target: NoticeTarget): string {
  switch (target.kind) {
    case "deal":
      return paths.deal(org, target.id);
    case "call":
      return paths.call(org, target.dealId, target.id);
    case "company":
      return paths.company(org, target.id);
    case "step":
      return paths.processStep(org, target.processId, target.stepKey);
    case "deals":
      return paths.deals(org, { view: "list" });
    case "today":
      return paths.today(org);
  }
}

/** One notice: what, by whom and when; opening it reads it. */
export function NoticeRow({
  org,
  notice,
  timeZone,
  onMark,
}: {
  org: string;
  notice: Notice;
  timeZone: string;
  onMark: (read: boolean) => void;
}) {
  const t = useTranslations("inbox");
  const format = useFormat();
  const locale = useLocale();
  const router = useRouter();
  const process = inLocale(notice.process, isLocale(locale) ? locale : "en");
  const text = t(`kind.${notice.kind}`, {
    who: notice.by ?? t("somebody"),
    title: notice.title ?? (process || t("gone")),
    count: notice.deals ?? notice.tasks ?? 0,
  });
  const href = hrefOf(org, notice.target);
  useCommands([
    {
      label: t("openOne", { text }),
      run: () => {
        if (!notice.read) onMark(true);
        router.push(href);
      },
    },
    { label: t(notice.read ? "markOneUnread" : "markOneRead", { text }), run: () => onMark(!notice.read) },
  ]);
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0 sm:px-5">
      <span
        aria-hidden="true"
        className={cn(
          "mt-1.5 size-2.5 shrink-0 rounded-full",
          notice.read ? "border border-line" : "bg-here",
        )}
      />
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          onClick={() => !notice.read && onMark(true)}
          className={cn(
            "inline-block min-h-6 break-words hover:underline",
            notice.read ? "text-ink-2" : "text-body-strong",
          )}
        >
          {!notice.read && <span className="sr-only">{t("unreadMark")}: </span>}
          {text}
        </Link>
        {notice.words && (
          <p className="line-clamp-3 break-words whitespace-pre-line text-ink-2">{notice.words}</p>
        )}
        <p className="tnum text-caption font-normal text-ink-3">{format.instant(notice.at, timeZone)}</p>
      </div>
      <Button size="small" variant="quiet" onClick={() => onMark(!notice.read)}>
        {t(notice.read ? "markUnread" : "markRead")}
        <span className="sr-only">: {text}</span>
      </Button>
    </li>
  );
}
