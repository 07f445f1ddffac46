import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { daysBetween } from "@/lib/domain/shared/day";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { ProcessMaturity } from "@/lib/features/maturity/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { GateSheet } from "./gate-sheet";
import { GatesTable } from "./gates-table";
import { Ladder } from "./ladder";
import { NextLevel } from "./next-level";
import { ReviewsCard } from "./reviews-card";

/** One process on the ladder: where it stands, what the next level asks for, and the evidence behind each criterion. */
export function ProcessMaturityPage({ org, view }: { org: string; view: ProcessMaturity }) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const { process, gates, later, organization } = view;
  const missing = gates.filter(({ state }) => state !== "met").length;
  const name = inLocale(process.name, locale);
  const others = organization.processes
    .filter(({ processId }) => processId !== process.processId)
    .map((other) => {
      const role = inLocale(other.role ?? other.name, locale);
      const days = other.lapses && daysBetween(organization.today, other.lapses.day);
      return {
        key: other.processId,
        name: role,
        level: other.level,
        ...(days !== null && { note: t("lapsesIn", { role, days }) }),
      };
    });
  const judgedLevel = gates[0]?.level ?? 4;
  const label = t("gatesTable", { level: t(`level.${judgedLevel}`) });
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title"), href: paths.maturity(org) }, { label: name }]}
        title={t(`headline.${process.level}`, { count: missing })}
        sub={
          <>
            <Link
              href={paths.process(org, process.processId)}
              className="font-semibold text-ink underline decoration-dotted underline-offset-4"
            >
              {name}
            </Link>
            , {t("evidence", { moment: format.instant(organization.at, organization.timeZone) })}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {process.lapses && (
          <Banner tone="warn">
            {t("lapse", {
              level: t(`level.${process.level}`),
              day: format.day(process.lapses.day, "long"),
              gate: t(`gate.${process.lapses.gate}`),
            })}
          </Banner>
        )}
        <Card>
          <Ladder level={process.level} missing={missing} others={others} />
        </Card>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,5fr)]">
          <NextLevel org={org} view={view} />
          <Card
            title={t("gates", {
              met: gates.length - missing,
              total: gates.length,
              level: t(`level.${judgedLevel}`),
            })}
          >
            <GatesTable label={label} gates={gates} later={later} />
            <p className="mt-3 text-caption font-normal text-ink-3">{t("bulkNote")}</p>
          </Card>
        </div>
        <ReviewsCard org={org} view={view} />
      </div>
      <GateSheet org={org} processId={process.processId} />
    </Page>
  );
}
