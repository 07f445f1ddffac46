"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { ContactPageView, PersonDeal } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ContactDialog } from "./contact-dialog";
import { MergesCard } from "./merges-card";
import { PersonMergeDialog } from "./person-merge-dialog";
import { TimelineCard } from "./timeline-card";
import { useMergePeople } from "./use-merge-people";
import { useThrowAwayContact } from "./use-throw-away";

/** A person: how to reach them, the deals they take part in and as what, and what was done on those. */
export function ContactPage({ org, contact }: { org: string; contact: ContactPageView }) {
  const t = useTranslations("buying.contact");
  const words = useTranslations("deals.companies");
  const common = useTranslations("common");
  const router = useRouter();
  const merge = useTranslations("buying.mergePeople");
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const { unmerge } = useMergePeople(org);
  const throwAway = useThrowAwayContact(org);
  const leave = () =>
    router.push(contact.company ? paths.company(org, contact.company.id) : paths.companies(org));
  useCommands([
    contact.mayEdit && { label: words("editPerson", { name: contact.name }), run: () => setEditing(true) },
    contact.mayEdit && { label: words("mergePerson", { name: contact.name }), run: () => setMerging(true) },
    contact.mayEdit && {
      label: words("throwAwayPerson", { name: contact.name }),
      away: true,
      run: async () => (await throwAway(contact)) && leave(),
    },
  ]);
  const { company } = contact;
  const list = { label: words("title"), href: paths.companies(org) };
  return (
    <Page>
      <PageHeader
        crumbs={company ? [list, { label: company.name, href: paths.company(org, company.id) }] : [list]}
        title={<bdi>{contact.name}</bdi>}
        sub={[contact.jobTitle, company ? null : t("noCompany")].filter(Boolean).join(" · ")}
        actions={
          contact.mayEdit && (
            <>
              <Button variant="quiet" onClick={() => setMerging(true)}>
                {merge("action")}
              </Button>
              <Button onClick={() => setEditing(true)}>{common("edit")}</Button>
            </>
          )
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-12">
        <div className="flex flex-col gap-4 lg:col-span-8">
          <Card title={words("deals")} sub={t("deals")}>
            {contact.deals.length === 0 && <p className="text-ink-3">{t("noDeals")}</p>}
            <ul className="divide-y divide-line">
              {contact.deals.map((deal) => (
                <Deal key={deal.id} org={org} deal={deal} company={company?.name ?? null} />
              ))}
            </ul>
          </Card>
          <TimelineCard org={org} of="contact" id={contact.id} first={contact.timeline} />
        </div>
        <div className="flex flex-col gap-4 lg:col-span-4">
          <Card title={t("reach")}>
            {!contact.email && !contact.phone && <p className="text-ink-3">{t("noReach")}</p>}
            {contact.email && (
              <a
                href={`mailto:${contact.email}`}
                className="block min-h-6 truncate text-accent hover:underline"
              >
                {contact.email}
              </a>
            )}
            {contact.phone && (
              <a href={`tel:${contact.phone}`} className="block min-h-6 text-accent hover:underline">
                {contact.phone}
              </a>
            )}
          </Card>
          {contact.merges.length > 0 && (
            <MergesCard
              title={merge("history")}
              merges={contact.merges}
              mayEdit={contact.mayEdit}
              unmerge={unmerge}
            />
          )}
        </div>
      </div>
      {merging && (
        <PersonMergeDialog org={org} person={contact} stay={false} onClose={() => setMerging(false)} />
      )}
      {editing && (
        <ContactDialog
          org={org}
          companyId={company?.id ?? null}
          company={company}
          contact={contact}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            router.refresh();
          }}
          onThrownAway={leave}
        />
      )}
    </Page>
  );
}

function Deal({ org, deal, company }: { org: string; deal: PersonDeal; company: string | null }) {
  const t = useTranslations("buying");
  const words = useTranslations("deals");
  const format = useFormat();
  const beside = deal.company && deal.company !== company ? deal.company : null;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0">
        <Link
          href={paths.deal(org, deal.id)}
          prefetch={false}
          className="block min-h-6 text-body-strong break-words hover:underline"
        >
          {titleBeside(deal.title, deal.company)}
        </Link>
        {beside && <p className="text-caption font-normal text-ink-3">{beside}</p>}
        <p className="mt-1 flex flex-wrap gap-1.5">
          <Badge tone={deal.role ? "accent" : "neutral"}>
            {deal.role ? t(`roles.${deal.role}`) : t("noRole")}
          </Badge>
          {deal.role && deal.stance && <Badge>{t(`stanceIs.${deal.stance}`)}</Badge>}
        </p>
      </div>
      <p className="tnum flex items-center gap-2">
        {deal.amount && format.money(deal.amount.minor, deal.amount.currency)}
        <Badge tone={deal.outcome === "won" ? "good" : "neutral"}>
          {deal.outcome ? words(`board.outcome.${deal.outcome}`) : words("filter.open")}
        </Badge>
      </p>
    </li>
  );
}
