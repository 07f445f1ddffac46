"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { deleteTask, finishTask, reopenTask, restoreTask } from "@/lib/features/tasks/actions";
import type { TaskView } from "@/lib/features/tasks/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";

type Named = Pick<TaskView, "id" | "title" | "kind">;
type Work = () => Promise<Result<unknown>>;

/** Ticks tasks and throws them away, at once and with the way back; `gone` are those that left their list meanwhile. */
export function useTasks(org: string) {
  const t = useTranslations("tasks.toast");
  const router = useRouter();
  const sentence = useRefusal();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const hide = (id: string, hidden: boolean) =>
    setGone((now) => {
      const next = new Set(now);
      if (hidden) next.add(id);
      else next.delete(id);
      return next;
    });
  const change = async (id: string, hidden: boolean, work: Work, title: string, undo?: () => void) => {
    hide(id, hidden);
    const result = await work();
    if (!result.ok) {
      hide(id, !hidden);
      notify({ title: sentence(result.refusal), tone: "bad" });
    } else {
      announce(title);
      notify({ title, ...(undo && { undo }) });
    }
    router.refresh();
  };
  const finish = ({ id, title, kind }: Named, undoable = true): Promise<void> =>
    change(
      id,
      true,
      () => finishTask(org, { id }, { key: newId() }),
      t(kind === "promise" ? "kept" : "done", { title }),
      undoable ? () => void reopen({ id, title, kind }) : undefined,
    );
  const reopen = ({ id, title }: Named): Promise<void> =>
    change(id, false, () => reopenTask(org, { id }, { key: newId() }), t("reopened", { title }));
  const throwAway = ({ id, title }: Named): Promise<void> =>
    change(
      id,
      true,
      () => deleteTask(org, { id }, { key: newId() }),
      t("deleted", { title }),
      () => change(id, false, () => restoreTask(org, { id }, { key: newId() }), t("restored", { title })),
    );
  return { gone, finish, reopen, throwAway };
}
