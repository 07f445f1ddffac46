import type { Metadata } from "next";
import { cache } from "react";
import { CallsCard } from "@/components/calls/calls-card";
import { DealPage } from "@/components/deals/deal-page";
import { TasksCard } from "@/components/tasks/tasks-card";
import { callsOf } from "@/lib/features/calls/queries";
import { dealsRead } from "@/lib/features/deals/queries";
import { tasksOf } from "@/lib/features/tasks/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

const deal = cache((org: string, id: string) => load(dealsRead, org, { id }, paths.deal(org, id)));

export async function generateMetadata({ params }: PageProps<"/[org]/deals/[id]">): Promise<Metadata> {
  const { org, id } = await params;
  const { company, title } = await deal(org, id);
  return { title: company ? `${company.name}, ${title}` : title };
}

/** One deal. Its tasks and calls lie in the trash with it. */
export default async function Deal({ params }: PageProps<"/[org]/deals/[id]">) {
  const { org, id } = await params;
  const view = await deal(org, id);
  const tasks = view.deleted ? null : await load(tasksOf, org, { on: "deal", id }, paths.deal(org, id));
  const calls = view.deleted ? null : await load(callsOf, org, { dealId: id }, paths.deal(org, id));
  return (
    <DealPage
      key={id}
      org={org}
      deal={view}
      calls={calls && <CallsCard org={org} view={calls} />}
      tasks={tasks && <TasksCard org={org} view={tasks} />}
    />
  );
}
