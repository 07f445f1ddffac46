import { useLocale, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { OrganizationMaturity } from "@/lib/features/maturity/view";
import { useFormat } from "@/lib/platform/i18n/use-format";

/** Where the whole organisation stands, and which roles hold it back. */
export function OrganizationLine({
  organization,
  className,
}: {
  organization: OrganizationMaturity;
  className?: string;
}) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const { level, laggards, reps } = organization;
  const roles = laggards.map((role) =>
    t("roleShare", { role: inLocale(role.name, locale), reps: role.reps, total: reps }),
  );
  const words =
    level === null
      ? t("organizationNone")
      : laggards.reduce((sum, role) => sum + role.reps, 0) === reps
        ? t("organizationEven", { level: t(`level.${level}`) })
        : roles.length === 0
          ? t("organizationTop", { level: t(`level.${level}`) })
          : t("organization", { level: t(`level.${level}`), roles: format.list(roles), count: roles.length });
  return <p className={cn("text-caption font-normal text-ink-3", className)}>{words}</p>;
}
