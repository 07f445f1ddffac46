"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { Inbox } from "@/lib/features/inbox/view";
import { NoticeRow } from "./notice-row";
import { useInbox } from "./use-inbox";

/** What one should know, the latest first: opened, marked, and all marked at once with the way back. */
export function InboxPage({ org, inbox }: { org: string; inbox: Inbox }) {
  const t = useTranslations("inbox");
  const { notices, busy, hasMore, mark, markAll, more } = useInbox(org, inbox);
  const { count } = inbox.unread;
  useCommands([
    count > 0 && { label: t("markAll"), run: () => void markAll() },
    hasMore && { label: t("more"), run: () => void more() },
  ]);
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sub={notices.length > 0 && t("sub", { count })}
        actions={count > 0 && <Button onClick={markAll}>{t("markAll")}</Button>}
      />
      {notices.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ol aria-label={t("list")} className="max-w-4xl rounded-card border border-line bg-surface">
          {notices.map((notice) => (
            <NoticeRow
              key={notice.id}
              org={org}
              notice={notice}
              timeZone={inbox.timeZone}
              onMark={(read) => void mark(notice.id, read)}
            />
          ))}
        </ol>
      )}
      {hasMore && (
        <Button className="mt-3" loading={busy} onClick={more}>
          {t("more")}
        </Button>
      )}
    </Page>
  );
}
