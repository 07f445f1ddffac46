"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { markInbox, markInboxRead, readInbox, unmarkInboxRead } from "@/lib/features/inbox/actions";
import type { Inbox, Notice } from "@/lib/features/inbox/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";

/** The notices of the page and those fetched after it; marks show at once and are taken back when they are refused. */
export function useInbox(org: string, inbox: Inbox) {
  const t = useTranslations("inbox");
  const router = useRouter();
  const sentence = useRefusal();
  const [older, setOlder] = useState<readonly Notice[]>([]);
  const [next, setNext] = useState(inbox.next);
  const [busy, setBusy] = useState(false);
  const [marked, setMarked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const refused = (refusal: Refusal) => void notify({ title: sentence(refusal), tone: "bad" });
  const show = (read: boolean, ids: readonly string[]) =>
    setMarked((now) => new Map([...now, ...ids.map((id) => [id, read] as const)]));

  const all = [...inbox.notices, ...older.filter(({ id }) => !inbox.notices.some((each) => each.id === id))];
  const notices = all.map((notice) => ({ ...notice, read: marked.get(notice.id) ?? notice.read }));
  return {
    notices,
    busy,
    hasMore: next !== null,
    mark: async (id: string, read: boolean) => {
      show(read, [id]);
      const result = await markInbox(org, { id, read }, { key: newId() });
      if (!result.ok) {
        show(!read, [id]);
        refused(result.refusal);
      }
      router.refresh();
    },
    markAll: async () => {
      const unread = notices.filter(({ read }) => !read).map(({ id }) => id);
      const result = await markInboxRead(org, {}, { key: newId() });
      if (!result.ok) return refused(result.refusal);
      show(true, unread);
      router.refresh();
      const { at, count } = result.value;
      const title = t("markedAll", { count });
      announce(title);
      notify({
        title,
        undo: async () => {
          const back = await unmarkInboxRead(org, { at }, { key: newId() });
          if (!back.ok) return refused(back.refusal);
          show(false, unread);
          announce(t("unmarked"));
          router.refresh();
        },
      });
    },
    more: async () => {
      if (!next) return;
      setBusy(true);
      const result = await readInbox(org, { after: next });
      setBusy(false);
      if (!result.ok) return refused(result.refusal);
      setOlder([...older, ...result.value.notices]);
      setNext(result.value.next);
    },
  };
}
