import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { LEVELS, type Level } from "@/lib/domain/maturity/gates";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { OrganizationMaturity, Standing } from "@/lib/features/maturity/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { Ladder } from "./ladder";
import { OrganizationLine } from "./organization-line";

/** Four stations on a short line, filled up to the level. */
function MiniLadder({ level }: { level: Level }) {
  const x = (each: Level) => 8 + (each - 1) * 34;
  return (
    <svg viewBox="0 0 118 18" width="118" height="18" aria-hidden="true" data-forced-mark>
      <line
        x1={x(1)}
        x2={x(4)}
        y1="9"
        y2="9"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeDasharray="0 6"
        strokeLinecap="round"
      />
      <line x1={x(1)} x2={x(level)} y1="9" y2="9" stroke="var(--accent)" strokeWidth="4" />
      {LEVELS.map((each) => (
        <circle
          key={each}
          cx={x(each)}
          cy="9"
          r={each === level ? 7 : 5}
          fill={each === level ? "var(--accent)" : "var(--surface)"}
          stroke="var(--accent)"
          strokeWidth="2.5"
        />
      ))}
      <text x={x(level)} y="12.5" textAnchor="middle" fontSize="10" fontWeight="600" fill="var(--on-accent)">
        {level}
      </text>
    </svg>
  );
}

/** Every process on the ladder, and where that puts the organisation. */
export function OrganizationMaturityPage({ org, view }: { org: string; view: OrganizationMaturity }) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const locale = useLocale() as Locale;
  if (view.processes.length === 0) {
    return (
      <Page>
        <EmptyState
          heading="h1"
          title={t("empty.title")}
          action={
            <LinkButton variant="primary" href={paths.newProcess(org)}>
              {t("empty.action")}
            </LinkButton>
          }
        >
          {t("empty.text")}
        </EmptyState>
      </Page>
    );
  }
  const roles = view.roles.filter(({ reps }) => reps > 0);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title") }]}
        title={t(`orgHeadline.${view.level ?? 0}`)}
        sub={t("evidenceAlone", { moment: format.instant(view.at, view.timeZone) })}
      />
      <div className="flex flex-col gap-4">
        <Card>
          <Ladder
            level={view.level}
            missing={0}
            others={roles.map((role) => ({
              key: role.id,
              name: inLocale(role.name, locale),
              level: role.level,
            }))}
          />
          <OrganizationLine organization={view} className="mt-2" />
        </Card>
        <Card title={t("processes")}>
          <Table label={t("processes")}>
            <Thead>
              <tr>
                <Th>{t("process")}</Th>
                <Th>{t("role")}</Th>
                <Th>{t("levelHead")}</Th>
                <Th>{t("missing")}</Th>
              </tr>
            </Thead>
            <Tbody>
              {view.processes.map((standing) => (
                <ProcessRow key={standing.processId} org={org} standing={standing} />
              ))}
            </Tbody>
          </Table>
        </Card>
      </div>
    </Page>
  );
}

function ProcessRow({ org, standing }: { org: string; standing: Standing }) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const { processId, name, role, level, missing, lapses } = standing;
  return (
    <Tr>
      <Th row>
        <Link href={paths.processMaturity(org, processId)} className="text-accent hover:underline">
          {inLocale(name, locale)}
        </Link>
      </Th>
      <Td className="text-ink-2">{role ? inLocale(role, locale) : t("noRole")}</Td>
      <Td>
        <span className="flex items-center gap-3">
          <MiniLadder level={level} />
          <span className="whitespace-nowrap">{t(`level.${level}`)}</span>
        </span>
      </Td>
      <Td>
        {t("missingCount", { count: missing.length })}
        {lapses && (
          <span className="block text-caption text-warn">
            {t("lapse", {
              level: t(`level.${level}`),
              day: format.day(lapses.day),
              gate: t(`gate.${lapses.gate}`),
            })}
          </span>
        )}
      </Td>
    </Tr>
  );
}
