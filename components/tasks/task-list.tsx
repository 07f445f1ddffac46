"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import type { MyTasks, NamedId, TaskView } from "@/lib/features/tasks/view";
import { TaskDialog } from "./task-dialog";
import { TaskRow } from "./task-row";
import type { useTasks } from "./use-tasks";

export type ListView = Pick<MyTasks, "people" | "memberId" | "today" | "timeZone" | "workFrom" | "mayEdit">;

/** Rows shown before somebody asks for all. */
const FIRST = 8;

/** Tasks below each other, in the order given, each with its box and its form. */
export function TaskList({
  org,
  label,
  tasks,
  view,
  here,
  contacts = [],
  work: { gone, finish, reopen, throwAway },
}: {
  org: string;
  label: string;
  tasks: readonly TaskView[];
  view: ListView;
  here?: "deal" | "company";
  contacts?: readonly NamedId[];
  work: ReturnType<typeof useTasks>;
}) {
  const t = useTranslations("tasks");
  const router = useRouter();
  const [editing, setEditing] = useState<TaskView | null>(null);
  const [all, setAll] = useState(false);
  const shown = tasks.filter(({ id, doneAt }) => doneAt !== null || !gone.has(id));
  const listed = all ? shown : shown.slice(0, FIRST);
  useCommands(
    listed.flatMap((task) => {
      const { kind, title } = task;
      if (!view.mayEdit) return [];
      if (task.doneAt !== null) return [{ label: t("row.reopen", { title }), run: () => void reopen(task) }];
      return [
        { label: t(kind === "promise" ? "row.kept" : "row.done", { title }), run: () => void finish(task) },
        { label: t("row.edit", { title }), run: () => setEditing(task) },
      ];
    }),
  );
  return (
    <>
      <ul aria-label={label}>
        {listed.map((task) => (
          <TaskRow
            key={task.id}
            org={org}
            task={task}
            view={view}
            {...(here && { here })}
            onTick={(done) => void (done ? finish(task) : reopen(task))}
            onEdit={() => setEditing(task)}
          />
        ))}
      </ul>
      {!all && shown.length > FIRST && (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          {t("all", { count: shown.length })}
        </Button>
      )}
      {editing && (
        <TaskDialog
          org={org}
          task={editing}
          view={view}
          contacts={contacts}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            router.refresh();
          }}
          onDelete={() => {
            setEditing(null);
            void throwAway(editing);
          }}
        />
      )}
    </>
  );
}
