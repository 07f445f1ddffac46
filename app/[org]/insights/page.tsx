import { redirect } from "next/navigation";
import { paths } from "@/lib/platform/paths";

/** The pipeline is the first page of the insights. */
export default async function InsightsPage({ params }: PageProps<"/[org]/insights">) {
  redirect(paths.pipeline((await params).org));
}
