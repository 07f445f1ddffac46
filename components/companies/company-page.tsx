"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ShortLines } from "@/components/ui/short-lines";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { CompanyOverview, CompanyView, ContactView } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { CompanyDialog } from "./company-dialog";
import { ContactDialog } from "./contact-dialog";
import { DealSums } from "./deal-sums";
import { MergeDialog } from "./merge-dialog";
import { MergesCard } from "./merges-card";
import { RelationshipCard } from "./relationship-card";
import { TimelineCard } from "./timeline-card";
import { useMerge } from "./use-merge";
import { useThrowAwayCompany } from "./use-throw-away";

type Open = { kind: "company" | "merge" } | { kind: "contact"; contact?: ContactView } | null;

/** A company: its deals, open ones first, its people, what was done, and the card of its tasks. */
export function CompanyPage({
  org,
  company,
  overview,
  tasks,
}: {
  org: string;
  company: CompanyView;
  overview: CompanyOverview;
  tasks: ReactNode;
}) {
  const t = useTranslations("deals.companies");
  const merge = useTranslations("buying.merge");
  const common = useTranslations("common");
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const saved = () => {
    setOpen(null);
    router.refresh();
  };
  const throwAway = useThrowAwayCompany(org, company);
  const { unmerge } = useMerge(org);
  const newDeal = `${paths.newDeal(org)}?${new URLSearchParams({ company: company.id })}`;
  useCommands([
    company.mayCreateDeal && { label: t("newDealHere"), run: () => router.push(newDeal) },
    ...(company.mayEdit
      ? [
          { label: t("newContact"), run: () => setOpen({ kind: "contact" as const }) },
          { label: t("edit"), run: () => setOpen({ kind: "company" as const }) },
          { label: t("mergeHere"), run: () => setOpen({ kind: "merge" as const }) },
          { label: t("throwAwayHere"), away: true, run: () => void throwAway() },
          ...company.contacts.map((contact) => ({
            label: t("editPerson", { name: contact.name }),
            run: () => setOpen({ kind: "contact" as const, contact }),
          })),
        ]
      : []),
  ]);
  const facts = [
    company.sector,
    company.country,
    company.employees !== null && t("employeesCount", { count: company.employees }),
    company.parentName && t("partOf", { name: company.parentName }),
  ].filter(Boolean);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title"), href: paths.companies(org) }]}
        title={company.name}
        sub={facts.join(" · ")}
        actions={
          <>
            {company.mayEdit && (
              <>
                <Button variant="quiet" onClick={() => setOpen({ kind: "merge" })}>
                  {merge("action")}
                </Button>
                <Button variant="quiet" onClick={throwAway}>
                  {t("throwAway")}
                </Button>
                <Button onClick={() => setOpen({ kind: "company" })}>{common("edit")}</Button>
              </>
            )}
            {company.mayCreateDeal && (
              <LinkButton href={newDeal} variant="primary">
                {t("newDeal")}
              </LinkButton>
            )}
          </>
        }
      />
      {Object.keys(company.attributes).length > 0 && (
        <dl className="-mt-2 mb-4 flex flex-wrap gap-x-6 gap-y-1 text-caption">
          {Object.entries(company.attributes).map(([header, cell]) => (
            <div key={header} className="flex gap-1.5">
              <dt className="font-normal text-ink-3">{header}</dt>
              <dd className="break-words">{cell}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-12 lg:grid-rows-[auto_1fr]">
        <Card className="lg:col-span-8" title={t("deals")} sub={t("dealCount", { count: company.dealCount })}>
          <DealSums sums={overview.sums} />
          {company.deals.length === 0 ? (
            <p className="text-ink-3">{t("noDeals")}</p>
          ) : (
            <Deals org={org} company={company} />
          )}
          {company.deals.length < company.dealCount && (
            <p className="mt-3 text-caption font-normal text-ink-3">
              {t("shownDeals", { shown: company.deals.length, total: company.dealCount })}
            </p>
          )}
        </Card>
        <div className="flex flex-col gap-4 lg:col-span-4 lg:row-span-2">
          <RelationshipCard org={org} company={company} overview={overview} />
          <Card
            title={t("people")}
            actions={
              company.mayEdit && (
                <Button size="small" onClick={() => setOpen({ kind: "contact" })}>
                  {t("newContact")}
                </Button>
              )
            }
          >
            {company.contacts.length === 0 && <p className="text-ink-3">{t("noPeople")}</p>}
            <ul className="divide-y divide-line">
              {company.contacts.map((contact) => (
                <li key={contact.id} className="flex items-start gap-3 py-2">
                  <div className="min-w-0 flex-1">
                    <Link
                      href={paths.contact(org, contact.id)}
                      prefetch={false}
                      className="block text-body-strong break-words hover:underline"
                    >
                      <bdi>{contact.name}</bdi>
                    </Link>
                    {contact.jobTitle && (
                      <p className="text-caption font-normal text-ink-3">{contact.jobTitle}</p>
                    )}
                    {contact.email && (
                      <a
                        href={`mailto:${contact.email}`}
                        className="block truncate text-accent hover:underline"
                      >
                        {contact.email}
                      </a>
                    )}
                    {contact.phone && (
                      <a href={`tel:${contact.phone}`} className="block text-accent hover:underline">
                        {contact.phone}
                      </a>
                    )}
                  </div>
                  {company.mayEdit && (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={t("editPerson", { name: contact.name })}
                      onClick={() => setOpen({ kind: "contact", contact })}
                    >
                      {common("edit")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Card>
          {overview.merges.length > 0 && (
            <MergesCard
              title={merge("history")}
              merges={overview.merges}
              mayEdit={company.mayEdit}
              unmerge={unmerge}
            />
          )}
        </div>
        <div className="flex flex-col gap-4 lg:col-span-8">
          {tasks}
          <TimelineCard org={org} of="company" id={company.id} first={overview.timeline} />
        </div>
      </div>
      {open?.kind === "merge" && (
        <MergeDialog org={org} company={company} stay={false} onClose={() => setOpen(null)} />
      )}
      {open?.kind === "company" && (
        <CompanyDialog org={org} company={company} onClose={() => setOpen(null)} onSaved={saved} />
      )}
      {open?.kind === "contact" && (
        <ContactDialog
          org={org}
          companyId={company.id}
          company={company}
          contact={open.contact}
          onClose={() => setOpen(null)}
          onSaved={saved}
        />
      )}
    </Page>
  );
}

function Deals({ org, company }: { org: string; company: CompanyView }) {
  const t = useTranslations("deals");
  const format = useFormat();
  const wide = (
    <Table label={t("companies.deals")}>
      <Thead>
        <tr>
          <Th>{t("fields.deal")}</Th>
          <Th>{t("filter.status")}</Th>
          <Th numeric>{t("fields.amount")}</Th>
          <Th>{t("fields.owner")}</Th>
        </tr>
      </Thead>
      <Tbody>
        {company.deals.map((deal) => (
          <Tr key={deal.id}>
            <Th row>
              <Link href={paths.deal(org, deal.id)} prefetch={false} className="hover:underline">
                {titleBeside(deal.title, company.name)}
              </Link>
            </Th>
            <Td className="whitespace-nowrap">
              {deal.outcome ? (
                <>
                  <Badge tone={deal.outcome === "won" ? "good" : "neutral"}>
                    {t(`board.outcome.${deal.outcome}`)}
                  </Badge>
                  {deal.closedOn && (
                    <span className="text-caption font-normal text-ink-3">
                      {" "}
                      {format.day(deal.closedOn, "year")}
                    </span>
                  )}
                </>
              ) : (
                <Badge tone="accent">{t("filter.open")}</Badge>
              )}
            </Td>
            <Td numeric>{deal.amount && format.money(deal.amount.minor, deal.amount.currency)}</Td>
            <Td>{deal.owner}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
  return (
    <>
      <div className="max-sm:hidden">{wide}</div>
      <div className="sm:hidden">
        <ShortLines
          lines={company.deals.map((deal) => ({
            key: deal.id,
            href: paths.deal(org, deal.id),
            title: titleBeside(deal.title, company.name),
            facts: [
              t(deal.outcome ? `board.outcome.${deal.outcome}` : "filter.open"),
              deal.closedOn && format.day(deal.closedOn, "year"),
              deal.owner,
            ],
            value: deal.amount && format.money(deal.amount.minor, deal.amount.currency),
          }))}
        />
      </div>
    </>
  );
}
