import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { ProcessesList } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { ProcessCardView } from "./process-card";
import { useWords } from "./words";

/** Every process by role. A role without one is shown as work to do. */
export function ProcessesPage({ org, view }: { org: string; view: ProcessesList }) {
  const t = useTranslations("processes");
  const registers = useTranslations("registers");
  const words = useWords({ roles: [], departments: [] }, "opportunity");
  const full = view.groups.filter((group) => group.processes.length > 0);
  const empty = view.groups.filter((group) => group.processes.length === 0 && group.role);
  const create = (
    <LinkButton variant="primary" href={paths.newProcess(org)}>
      {t("list.new")}
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sub={t("list.sub")}
        actions={
          <>
            <LinkButton href={paths.registers(org)}>{registers("short")}</LinkButton>
            {view.canEdit && create}
          </>
        }
      />
      {full.length === 0 && (
        <EmptyState title={t("list.emptyTitle")} action={view.canEdit && create}>
          {t(view.canEdit ? "list.empty" : "list.emptyReader")}
        </EmptyState>
      )}
      <div className="flex flex-col gap-8">
        {full.map((group) => (
          <section key={group.role?.id ?? "none"} className="flex flex-col gap-3">
            <h2 className="text-body-strong text-ink-2">
              {group.role ? words.text(group.role.name) : t("list.noRole")}
            </h2>
            {group.processes.map((card) => (
              <ProcessCardView key={card.id} org={org} card={card} />
            ))}
          </section>
        ))}
        {full.length > 0 && empty.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2 className="text-body-strong text-ink-2">{t("list.roleEmpty")}</h2>
            <ul className="flex flex-col divide-y divide-line border-y border-line">
              {empty.map(({ role }) => (
                <li key={role?.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
                  <span>{role && words.text(role.name)}</span>
                  {view.canEdit && (
                    <LinkButton
                      variant="quiet"
                      size="small"
                      href={paths.newProcess(org)}
                      aria-label={`${role ? words.text(role.name) : ""}: ${t("list.roleEmptyAction")}`}
                    >
                      {t("list.roleEmptyAction")}
                    </LinkButton>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {view.archived.length > 0 && (
          <details>
            <summary className="min-h-9 cursor-pointer text-body-strong text-ink-2">
              {t("list.archived", { count: view.archived.length })}
            </summary>
            <div className="mt-3 flex flex-col gap-3 opacity-80">
              {view.archived.map((card) => (
                <ProcessCardView key={card.id} org={org} card={card} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Page>
  );
}
