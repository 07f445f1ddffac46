import { redirect } from "next/navigation";
import { organizationChecklist, organizationMe } from "@/lib/features/organizations/queries";
import { firstRun } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

/**
 * Where work starts: a rep at what waits today, everyone else at the pipeline; while nothing was ever published, who draws the
 * processes goes on where the guide was left, and who sets the organisation up begins at what is left of that.
 */
export default async function HomePage({ params }: PageProps<"/[org]">) {
  const { org } = await params;
  const { member, permissions } = await load(organizationMe, org, {});
  if (permissions.includes("process.edit")) {
    const { begun, settled } = await load(firstRun, org, {});
    if (!settled) redirect(begun[0] ? paths.startProcess(org, begun[0].id) : paths.start(org));
  }
  const left =
    permissions.includes("organization.edit") &&
    (await load(organizationChecklist, org, {})).items.some(({ done }) => !done);
  redirect(member.role === "rep" || left ? paths.today(org) : paths.pipeline(org));
}
