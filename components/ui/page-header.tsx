import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";

/**
 * Top of a page: the way here, one serif title (a finding where there is one), a line below it and the actions.
 * There is exactly one per page; it holds the page's only h1.
 */
export function PageHeader({
  title,
  crumbs,
  sub,
  actions,
}: {
  title: ReactNode;
  crumbs?: readonly { label: string; href?: string }[];
  sub?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {crumbs && crumbs.length > 0 && (
          <nav
            aria-label={t("breadcrumb")}
            className="mb-0.5 flex flex-wrap gap-x-1.5 text-caption text-ink-3"
          >
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                {index > 0 && <span aria-hidden="true">/</span>}
                {crumb.href ? (
                  <Link href={crumb.href} className="min-h-6 text-accent hover:underline">
                    {crumb.label}
                  </Link>
                ) : (
                  <span className="min-h-6">{crumb.label}</span>
                )}
              </Fragment>
            ))}
          </nav>
        )}
        <h1 className="page-title">{title}</h1>
        {sub && <div className="mt-1 text-body text-ink-2">{sub}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
