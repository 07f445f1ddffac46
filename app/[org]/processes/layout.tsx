import { SectionMessages } from "@/components/shell/section-messages";
import { SeenNote } from "@/components/shell/seen-note";
import { organizationMe } from "@/lib/features/organizations/queries";
import { sessionCaller } from "@/lib/platform/auth/session";
import { read } from "@/lib/platform/execute";

/** Says above the figures when they are counted over some of the deals. It guards nothing. */
export default async function CountedLayout({ params, children }: LayoutProps<"/[org]/processes">) {
  const { org } = await params;
  const caller = await sessionCaller(org);
  const me = caller && (await read(organizationMe, caller, {}));
  return (
    <SectionMessages of="processes">
      {me?.ok && <SeenNote sees={me.value.member.sees} />}
      {children}
    </SectionMessages>
  );
}
