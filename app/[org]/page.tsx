import { redirect } from "next/navigation";
import { organizationMe } from "@/lib/features/organizations/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

/** Where work starts: a rep at the deals, everyone else at the pipeline. */
export default async function HomePage({ params }: PageProps<"/[org]">) {
  const { org } = await params;
  const { member } = await load(organizationMe, org, {});
  redirect(member.role === "rep" ? paths.deals(org) : paths.pipeline(org));
}
