"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useCommands } from "@/components/shell/commands";
import { Card } from "@/components/ui/card";
import type { TasksView } from "@/lib/features/tasks/view";
import { TaskLine } from "./task-line";
import { TaskList } from "./task-list";
import { useTasks } from "./use-tasks";

/** What is to be done on a deal or at a company beside the steps, and what the buyer promised. */
export function TasksCard({ org, view }: { org: string; view: TasksView }) {
  const t = useTranslations("tasks");
  const router = useRouter();
  const work = useTasks(org);
  const list = { org, view, here: view.on, contacts: view.contacts, work };
  const line = useRef<HTMLDivElement>(null);
  useCommands([
    view.mayEdit && {
      label: t("add.command"),
      run: () =>
        line.current?.querySelector<HTMLElement>("input:not([type]), input[type=text], textarea")?.focus(),
    },
  ]);
  const tasks = view.open.filter(({ kind }) => kind === "task");
  const promises = view.open.filter(({ kind }) => kind === "promise");
  return (
    <Card title={t("title")}>
      {view.open.length === 0 && (
        <p className="text-ink-3">{t(view.on === "deal" ? "none" : "noneCompany")}</p>
      )}
      {tasks.length > 0 && <TaskList {...list} label={t("title")} tasks={tasks} />}
      {promises.length > 0 && (
        <>
          <h3 className="mt-3 text-body-strong">{t("promises")}</h3>
          <TaskList {...list} label={t("promises")} tasks={promises} />
        </>
      )}
      {view.mayEdit && (
        <div ref={line} className="mt-3 border-t border-line pt-3">
          <TaskLine
            org={org}
            place={view.on === "deal" ? { dealId: view.id } : { companyId: view.id }}
            view={view}
            contacts={view.contacts}
            onAdded={() => router.refresh()}
          />
        </div>
      )}
      {view.done.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-caption font-normal text-ink-3 touch:min-h-11">
            {t("doneList", { count: view.done.length })}
          </summary>
          <TaskList {...list} label={t("doneList", { count: view.done.length })} tasks={view.done} />
        </details>
      )}
    </Card>
  );
}
