import "./print.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintPage } from "@/components/processes/print/print-page";
import { settle } from "@/lib/domain/process/inherit";
import { organizationMe } from "@/lib/features/organizations/queries";
import { processDraft, processRead } from "@/lib/features/processes/queries";
import { registerChoices } from "@/lib/features/registers/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("processes.print"))("title") };
}

/** The published process on one sheet; `?of=draft` the draft. Outside the frame, so that paper shows nothing else. */
export default async function Print({ params, searchParams }: PageProps<"/[org]/processes/[id]/print">) {
  const { org, id } = await params;
  const asked = await searchParams;
  const here = paths.printProcess(org, id, {});
  const me = await load(organizationMe, org, {}, here);
  const { entries } = await load(registerChoices, org, {}, here);
  const paper = { org, orgName: me.org.name, registers: entries };
  const sheet = asked.sheet === "a4" || asked.sheet === "a3" ? asked.sheet : null;
  if (asked.of === "draft") {
    const draft = await load(processDraft, org, { processId: id }, here);
    const document = settle(draft.document, draft.known.timing);
    return <PrintPage {...paper} view={{ ...draft, document, on: null }} sheet={sheet} />;
  }
  const map = await load(processRead, org, { processId: id }, here);
  if (!map.shown) notFound();
  const { document, number, on } = map.shown;
  return <PrintPage {...paper} view={{ ...map, document, number, on }} sheet={sheet} />;
}
