import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { CompanyPage } from "@/components/companies/company-page";
import { TasksCard } from "@/components/tasks/tasks-card";
import { companiesOverview, companiesRead, companiesSurvivor } from "@/lib/features/companies/queries";
import { tasksOf } from "@/lib/features/tasks/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

/** The company; the address of one that became part of another leads to that. */
const company = cache(async (org: string, id: string) => {
  const { into } = await load(companiesSurvivor, org, { id }, paths.company(org, id));
  if (into) redirect(paths.company(org, into));
  return load(companiesRead, org, { id }, paths.company(org, id));
});

export async function generateMetadata({ params }: PageProps<"/[org]/companies/[id]">): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await company(org, id)).name };
}

/** One company with its people, deals and tasks. */
export default async function Company({ params }: PageProps<"/[org]/companies/[id]">) {
  const { org, id } = await params;
  const here = paths.company(org, id);
  const own = await company(org, id);
  const overview = await load(companiesOverview, org, { id }, here);
  const tasks = await load(tasksOf, org, { on: "company", id }, here);
  return (
    <CompanyPage
      key={id}
      org={org}
      company={own}
      overview={overview}
      tasks={<TasksCard org={org} view={tasks} />}
    />
  );
}
