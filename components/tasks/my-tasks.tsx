"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { useAsked } from "@/components/ui/use-asked";
import type { MyTasks as View } from "@/lib/features/tasks/view";
import { TaskLine } from "./task-line";
import { TaskList } from "./task-list";
import { useTasks } from "./use-tasks";

/** What one is to do beside the steps of deals, and what buyers promised that one follows up; late first. */
export function MyTasks({ org, view }: { org: string; view: View }) {
  const t = useTranslations("tasks");
  const router = useRouter();
  const work = useTasks(org);
  // Null until the line was opened once: who leaves it goes on from the button.
  const [adding, setAdding] = useState<boolean | null>(null);
  useAsked((what) => what === "task" && view.mayEdit && setAdding(true));
  useCommands([view.mayEdit && { label: t("today.addOwn"), run: () => setAdding(true) }]);
  return (
    <div className="mt-6 flex flex-col gap-6">
      {(view.mayEdit || view.tasks.length > 0) && (
        <section aria-labelledby="today-tasks">
          <header className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
            <h2 id="today-tasks" className="section-title">
              {t("today.title")}
            </h2>
            {view.tasks.length > 0 && (
              <span className="text-caption font-normal text-ink-3">
                {t("today.summary", { now: view.total.now })}
              </span>
            )}
          </header>
          <div className="rounded-card border border-line bg-surface px-4 py-2 sm:px-5">
            {view.tasks.length > 0 && (
              <TaskList org={org} label={t("today.title")} tasks={view.tasks} view={view} work={work} />
            )}
            {adding ? (
              <div className="py-2">
                <TaskLine
                  org={org}
                  place={{}}
                  view={view}
                  autoFocus
                  onAdded={() => router.refresh()}
                  onLeave={() => setAdding(false)}
                />
              </div>
            ) : (
              view.mayEdit && (
                <Button
                  variant="quiet"
                  className="-ml-3"
                  autoFocus={adding === false}
                  onClick={() => setAdding(true)}
                >
                  <Plus className="size-4" aria-hidden="true" />
                  {t("today.addOwn")}
                </Button>
              )
            )}
          </div>
        </section>
      )}
      {view.promises.length > 0 && (
        <section aria-labelledby="today-promises">
          <h2 id="today-promises" className="section-title">
            {t("today.promises")}
          </h2>
          <p className="mb-2 text-caption font-normal text-ink-3">{t("today.promisesHow")}</p>
          <div className="rounded-card border border-line bg-surface px-4 py-2 sm:px-5">
            <TaskList org={org} label={t("today.promises")} tasks={view.promises} view={view} work={work} />
          </div>
        </section>
      )}
    </div>
  );
}
