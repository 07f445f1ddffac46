import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { InsightDealsPage } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import type { Listed } from "./figure-specs";

/** All deals behind a number, page by page, with their sum: the number itself. */
export function InsightDealsList({
  org,
  figure,
  page,
  next,
  first,
  asOf,
}: {
  org: string;
  figure: Listed;
  page: InsightDealsPage;
  next: string | null;
  first: string | null;
  asOf: string;
}) {
  const t = useTranslations("insights");
  const format = useFormat();
  const title = t("list.title", { count: page.total, figure: t(`figure.${figure}`).toLocaleLowerCase() });
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t("title") },
          { label: t("pipeline"), href: paths.pipeline(org) },
          { label: t(`figure.${figure}`) },
        ]}
        title={title}
        sub={
          <>
            {page.sums.length > 0 && (
              <span className="tnum font-semibold text-ink">
                {page.sums.map((sum) => format.money(sum.minor, sum.currency)).join(" + ")}
              </span>
            )}
            {page.sums.length > 0 && ", "}
            {t("sentence.asOf")} {format.day(asOf, "long")}
          </>
        }
      />
      <Card>
        <Deals org={org} page={page} />
        {(next ?? first) && (
          <div className="mt-4 flex gap-2">
            {first && <LinkButton href={first}>{t("list.first")}</LinkButton>}
            {next && <LinkButton href={next}>{t("list.next")}</LinkButton>}
          </div>
        )}
      </Card>
    </Page>
  );
}

function Deals({ org, page }: { org: string; page: InsightDealsPage }) {
  const t = useTranslations("insights.list");
  const outcome = useTranslations("insights.outcome");
  const format = useFormat();
  const locale = useLocale() as Locale;
  return (
    <Table label={t("label")}>
      <Thead>
        <tr>
          <Th>{t("deal")}</Th>
          <Th numeric>{t("amount")}</Th>
          <Th>{t("stage")}</Th>
          <Th>{t("owner")}</Th>
          <Th>{t("status")}</Th>
          <Th numeric>{t("openedOn")}</Th>
          <Th numeric>{t("closedOn")}</Th>
          <Th numeric>{t("days")}</Th>
        </tr>
      </Thead>
      <Tbody>
        {page.deals.map((deal) => (
          <Tr key={deal.id}>
            <Th row className="min-w-40">
              <Link href={paths.deal(org, deal.id)} className="text-accent hover:underline">
                {deal.title}
              </Link>
              {deal.company && (
                <span className="block text-caption font-normal text-ink-3">{deal.company}</span>
              )}
            </Th>
            <Td numeric>{deal.amount ? format.money(deal.amount.minor, deal.amount.currency) : "–"}</Td>
            <Td>{inLocale(deal.stage, locale)}</Td>
            <Td>{deal.owner}</Td>
            <Td>{deal.outcome ? outcome(deal.outcome) : t("open")}</Td>
            <Td numeric>{deal.openedOn ? format.day(deal.openedOn, "year") : t("unknown")}</Td>
            <Td numeric>{deal.closedOn ? format.day(deal.closedOn, "year") : "–"}</Td>
            <Td numeric>{deal.days === null ? "–" : format.number(deal.days)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
