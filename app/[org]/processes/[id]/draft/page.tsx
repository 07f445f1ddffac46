import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DraftEditor } from "@/components/processes/editor/draft-editor";
import { commentsList } from "@/lib/features/comments/queries";
import { processDraft } from "@/lib/features/processes/queries";
import { registerChoices } from "@/lib/features/registers/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes"))("status.draft") };
}

export default async function Draft({ params }: PageProps<"/[org]/processes/[id]/draft">) {
  const { org, id } = await params;
  const draft = await load(processDraft, org, { processId: id }, paths.draft(org, id));
  const comments = await load(commentsList, org, { processId: id }, paths.draft(org, id));
  const registers = await load(registerChoices, org, {}, paths.draft(org, id));
  return (
    <DraftEditor
      key={draft.versionId}
      org={org}
      draft={draft}
      comments={comments}
      registers={registers.entries}
    />
  );
}
