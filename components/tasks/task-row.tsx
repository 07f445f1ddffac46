"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { Day } from "@/lib/domain/shared/day";
import type { TaskView } from "@/lib/features/tasks/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { useDueWords } from "./words";

export type RowProps = {
  org: string;
  task: TaskView;
  view: { today: Day; timeZone: string; memberId: string; mayEdit: boolean };
  /** The deal or company is said by the page around it. */
  here?: "deal" | "company";
  onTick: (done: boolean) => void;
  onEdit: () => void;
};

/** One task: its box, what, by when, and whose; or one promise: who made it. */
export function TaskRow({ org, task, view, here, onTick, onEdit }: RowProps) {
  const t = useTranslations("tasks.row");
  const format = useFormat();
  const dueWords = useDueWords(view);
  const done = task.doneAt !== null;
  const due = done ? null : dueWords(task);
  const mine = task.assignee.id === view.memberId;
  const who =
    task.kind === "promise" ? task.contact?.name : t("for", { name: mine ? t("me") : task.assignee.name });
  const where =
    here === "deal" ? null : task.deal ? { name: task.deal.name, href: paths.deal(org, task.deal.id) } : null;
  const company =
    here || !task.company ? null : { name: task.company.name, href: paths.company(org, task.company.id) };
  return (
    <li className="flex items-start gap-2 border-t border-line py-2 first:border-t-0">
      {view.mayEdit && (
        <Checkbox
          checked={done}
          onCheckedChange={onTick}
          hideLabel
          label={t(task.kind === "promise" ? "kept" : "done", { title: task.title })}
          className="touch:min-w-11 touch:justify-center"
        />
      )}
      <div className="min-w-0 flex-1">
        <p className={cn("break-words", done ? "text-ink-3 line-through" : "text-ink")}>{task.title}</p>
        {task.note && (
          <p className="text-caption font-normal break-words whitespace-pre-line text-ink-2">{task.note}</p>
        )}
        <p className="flex flex-wrap gap-x-2 text-caption font-normal text-ink-3">
          {due && <span className={cn("tnum", due.late && "font-semibold text-warn")}>{due.text}</span>}
          {who && (here || !mine || task.kind === "promise") && <span>{who}</span>}
          {[company, where].map(
            (link) =>
              link && (
                <Link
                  key={link.href}
                  href={link.href}
                  prefetch={false}
                  className="min-h-6 text-accent hover:underline"
                >
                  {link.name}
                </Link>
              ),
          )}
          {task.unseenDeal && <span>{t("unseenDeal")}</span>}
          {task.remindAt && !done && (
            <span>{t("reminder", { when: format.instant(task.remindAt, view.timeZone) })}</span>
          )}
        </p>
      </div>
      {view.mayEdit && !done && (
        <IconButton
          label={t("edit", { title: task.title })}
          tooltip={false}
          className="-my-1"
          onClick={onEdit}
        >
          <Pencil className="size-4" aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
