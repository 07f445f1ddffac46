import type { Metadata } from "next";
import { cache } from "react";
import { CompanyPage } from "@/components/companies/company-page";
import { TasksCard } from "@/components/tasks/tasks-card";
import { companiesOverview, companiesRead } from "@/lib/features/companies/queries";
import { tasksOf } from "@/lib/features/tasks/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

const company = cache((org: string, id: string) => load(companiesRead, org, { id }, paths.company(org, id)));

export async function generateMetadata({ params }: PageProps<"/[org]/companies/[id]">): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await company(org, id)).name };
}

/** One company with its people, deals and tasks. */
export default async function Company({ params }: PageProps<"/[org]/companies/[id]">) {
  const { org, id } = await params;
  const here = paths.company(org, id);
  const overview = await load(companiesOverview, org, { id }, here);
  const tasks = await load(tasksOf, org, { on: "company", id }, here);
  return (
    <CompanyPage
      key={id}
      org={org}
      company={await company(org, id)}
      overview={overview}
      tasks={<TasksCard org={org} view={tasks} />}
    />
  );
}
