import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MyOrganization } from "@/lib/features/accounts/view";
import { paths } from "@/lib/platform/paths";

/** The organisations of a person, each a way in. */
export function OrganizationList({ organizations }: { organizations: readonly MyOrganization[] }) {
  const t = useTranslations("people.role");
  const example = useTranslations("auth.example");
  return (
    <ul className="-mx-2 flex flex-col">
      {organizations.map(({ slug, name, role, isExample }) => (
        <li key={slug}>
          <Link
            href={paths.home(slug)}
            className="flex min-h-12 items-center gap-3 rounded-control px-2 hover:bg-sunken"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate text-body-strong">{name}</span>
              <span className="block text-caption font-normal text-ink-3">
                {isExample ? example("label") : t(role)}
              </span>
            </span>
            <ChevronRight className="size-4 text-ink-3" aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
