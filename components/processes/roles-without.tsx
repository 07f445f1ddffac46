import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { LocalText } from "@/lib/domain/shared/text";
import type { ProcessesList } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";

/** The roles that nobody drew a process for yet, as work to do. */
export function RolesWithout({
  org,
  view,
  text,
}: {
  org: string;
  view: Pick<ProcessesList, "rolesWithout" | "canEdit">;
  text: (name: LocalText) => string;
}) {
  const t = useTranslations("processes.list");
  if (view.rolesWithout.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-body-strong text-ink-2">{t("roleEmpty")}</h2>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {view.rolesWithout.map(({ id, name }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
            <span>{text(name)}</span>
            {view.canEdit && (
              <LinkButton
                variant="quiet"
                size="small"
                href={paths.newProcess(org, id)}
                aria-label={`${text(name)}: ${t("roleEmptyAction")}`}
              >
                {t("roleEmptyAction")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
