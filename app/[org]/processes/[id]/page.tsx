import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProcessFigures } from "@/components/calls/process-figures";
import { ProcessPage } from "@/components/processes/process-page";
import { callsFigures } from "@/lib/features/calls/queries";
import { commentsList } from "@/lib/features/comments/queries";
import { processRead } from "@/lib/features/processes/queries";
import { registerChoices } from "@/lib/features/registers/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("title") };
}

export default async function Process({ params, searchParams }: PageProps<"/[org]/processes/[id]">) {
  const { org, id } = await params;
  const { step } = await searchParams;
  const view = await load(processRead, org, { processId: id }, paths.process(org, id));
  const comments = await load(commentsList, org, { processId: id }, paths.process(org, id));
  const registers = await load(registerChoices, org, {}, paths.process(org, id));
  const calls =
    view.category === "call" && view.shown
      ? await load(callsFigures, org, { processId: id }, paths.process(org, id))
      : null;
  return (
    <ProcessPage
      org={org}
      view={view}
      comments={comments}
      registers={registers}
      unfolded={typeof step === "string" ? step : null}
      below={calls && <ProcessFigures org={org} view={calls} />}
    />
  );
}
