import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InviteColleagues } from "@/components/members/invite-colleagues";
import { CheckStep } from "@/components/processes/first-run/check-step";
import { Finish } from "@/components/processes/first-run/finish";
import { FirstRunFrame } from "@/components/processes/first-run/frame";
import { MapStep } from "@/components/processes/first-run/map-step";
import { PeopleStep } from "@/components/processes/first-run/people-step";
import { PublishStep } from "@/components/processes/first-run/publish-step";
import { askedStep, resumeAt } from "@/components/processes/first-run/steps";
import { memberList } from "@/lib/features/members/queries";
import { processDraft, processRead } from "@/lib/features/processes/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("start"))("title") };
}

/** The guided first run of a process that was begun: the station that is asked for, else the one where it was left. */
export default async function StartProcess({ params, searchParams }: PageProps<"/[org]/start/[id]">) {
  const { org, id } = await params;
  const here = paths.startProcess(org, id);
  const map = await load(processRead, org, { processId: id }, here);
  if (!map.canEdit || (map.shown && map.draft)) redirect(paths.process(org, id));
  if (map.shown) {
    return (
      <FirstRunFrame org={org} processId={id} step={null}>
        <Finish org={org} view={map} shown={map.shown} />
      </FirstRunFrame>
    );
  }
  const draft = await load(processDraft, org, { processId: id }, here);
  const { members, invitations } = await load(memberList, org, {}, here);
  const company = invitations.length > 0 || members.filter(({ status }) => status === "active").length > 1;
  const step = askedStep((await searchParams).step) ?? resumeAt(draft, company);
  const invite = (
    <InviteColleagues org={org} commercialRoleId={draft.role?.id ?? null} waiting={invitations.length} />
  );
  return (
    <FirstRunFrame org={org} processId={id} step={step}>
      {step === "map" && <MapStep key={draft.versionId} org={org} draft={draft} />}
      {step === "people" && <PeopleStep org={org} draft={draft} invite={invite} asked={company} />}
      {step === "check" && <CheckStep org={org} draft={draft} />}
      {step === "publish" && <PublishStep org={org} draft={draft} />}
    </FirstRunFrame>
  );
}
