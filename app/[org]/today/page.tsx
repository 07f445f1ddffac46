import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { TodayCalls } from "@/components/calls/today-calls";
import { Checklist } from "@/components/start/checklist";
import { CHECKLIST_COOKIE } from "@/components/start/checklist-cookie";
import { MyTasks } from "@/components/tasks/my-tasks";
import { TodayPage } from "@/components/today/today-page";
import { callsToday } from "@/lib/features/calls/queries";
import { organizationChecklist } from "@/lib/features/organizations/queries";
import { tasksMine } from "@/lib/features/tasks/queries";
import { todayRead } from "@/lib/features/today/queries";
import { sessionCaller } from "@/lib/platform/auth/session";
import { read } from "@/lib/platform/execute";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

/** What waits for the person looking, in the order to do it; before it, for who sets the organisation up, what is left of that. */
export default async function Today({ params }: PageProps<"/[org]/today">) {
  const { org } = await params;
  const here = paths.today(org);
  const [view, tasks, calls] = await Promise.all([
    load(todayRead, org, {}, here),
    load(tasksMine, org, {}, here),
    load(callsToday, org, {}, here),
  ]);
  const away = (await cookies()).get(CHECKLIST_COOKIE)?.value === "hidden";
  const caller = away ? null : await sessionCaller(org);
  const list = caller && (await read(organizationChecklist, caller, {}));
  return (
    <TodayPage
      org={org}
      view={view}
      before={list?.ok && <Checklist org={org} list={list.value} />}
      calls={<TodayCalls org={org} view={calls} />}
      waiting={tasks.total.tasks}
      tasks={<MyTasks org={org} view={tasks} />}
    />
  );
}
