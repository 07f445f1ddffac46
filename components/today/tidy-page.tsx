import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { TidyView } from "@/lib/features/today/view";
import { paths } from "@/lib/platform/paths";
import { TidyList } from "./tidy-list";

/** The weekly tidy-up: a reason for what left the order and got none. */
export function TidyPage({ org, view }: { org: string; view: TidyView }) {
  const t = useTranslations("today.tidy");
  const today = useTranslations("today")("title");
  const toToday = <LinkButton href={paths.today(org)}>{t("toToday")}</LinkButton>;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: today, href: paths.today(org) }, { label: t("title") }]}
        title={t("finding", { count: view.total })}
        sub={<p className="max-w-sentence">{t("intro", { days: view.days })}</p>}
      />
      {view.items.length === 0 ? (
        <EmptyState title={t("none")} action={toToday}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <>
          <TidyList org={org} items={view.items} />
          {view.total > view.items.length && (
            <p className="mt-2 text-caption font-normal text-ink-3">
              {t("shown", { shown: view.items.length, total: view.total })}
            </p>
          )}
        </>
      )}
    </Page>
  );
}
