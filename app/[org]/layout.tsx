import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OrgFrame } from "@/components/accounts/org-frame";
import { Typist } from "@/components/accounts/typist";
import { LogKeeper } from "@/components/deals/log/keeper";
import { destinations } from "@/components/search/destinations";
import { SearchHost } from "@/components/search/search-host";
import { placesOf } from "@/components/shell/places";
import { SectionMessages } from "@/components/shell/section-messages";
import { ExampleBar } from "@/components/start/example-bar";
import { myOrganizations } from "@/lib/features/accounts/queries";
import { inboxUnread } from "@/lib/features/inbox/queries";
import { organizationMe } from "@/lib/features/organizations/queries";
import { sessionCaller } from "@/lib/platform/auth/session";
import { read } from "@/lib/platform/execute";
import { paths } from "@/lib/platform/paths";

/** The frame around an organisation's pages. It guards nothing: each page asks for what it shows itself. */
export default async function OrgLayout({ params, children }: LayoutProps<"/[org]">) {
  const { org } = await params;
  const caller = await sessionCaller(org);
  const me = caller && (await read(organizationMe, caller, {}));
  // Signed out: the page below leads to the sign-in page and back to its own address, which a layout does not know.
  if (!me || (!me.ok && me.refusal.code === "signed-out")) return children;
  if (!me.ok) notFound();

  const { member } = me.value;
  const unread = await read(inboxUnread, caller, {});
  const mine = member.userId ? await myOrganizations(member.userId) : [];
  const t = await getTranslations();
  return (
    <SectionMessages of="frame">
      <OrgFrame
        org={{ name: me.value.org.name }}
        member={{ name: member.name, role: t(`people.role.${member.role}`) }}
        nav={placesOf(org, unread.ok ? unread.value : null, t)}
        organisations={[
          ...mine.map(({ slug, name }) => ({ name, href: paths.home(slug), current: slug === org })),
          { name: t("auth.organizations.all"), href: paths.organizations() },
        ]}
        homeHref={paths.home(org)}
        profileHref={paths.profile(org)}
        logHref={paths.log(org)}
      >
        {member.userId && <Typist userId={member.userId} />}
        <SearchHost
          org={org}
          member={member.id}
          destinations={destinations(org, t, me.value.permissions, mine)}
        />
        {me.value.org.isExample && <ExampleBar org={org} />}
        {children}
        {member.userId && <LogKeeper org={org} userId={member.userId} member={member.id} />}
      </OrgFrame>
    </SectionMessages>
  );
}
