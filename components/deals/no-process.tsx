import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/platform/paths";

/** Deals travel a process; without a published one this leads to where one is made. */
export function NoProcess({ org }: { org: string }) {
  const t = useTranslations("deals");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <EmptyState
        title={t("empty.noProcess")}
        action={
          <LinkButton href={paths.processes(org)} variant="primary">
            {t("empty.toProcesses")}
          </LinkButton>
        }
      >
        <p>{t("empty.noProcessText")}</p>
      </EmptyState>
    </Page>
  );
}
