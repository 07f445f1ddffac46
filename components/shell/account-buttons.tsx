"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Late } from "@/components/ui/late";
import type { ShellAccount, ShellOrganisation } from "./types";

const load = () => import("./user-menu");
const UserMenu = lazy(load);

type Props = { account: ShellAccount; organisations?: readonly ShellOrganisation[] };

/** The person at the foot of the rail. */
export function RailAccount({ name, role, ...rest }: Props & { name: string; role?: string }) {
  const t = useTranslations("nav");
  return (
    <Late
      load={load}
      button={
        <button
          type="button"
          aria-label={`${t("account")}: ${name}`}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-control px-1 text-left hover:bg-sunken"
        >
          <Avatar name={name} />
          <span className="hidden min-w-0 flex-col lg:flex rail-icons:hidden">
            <span className="truncate text-caption font-semibold text-ink">{name}</span>
            {role && <span className="truncate text-caption font-normal text-ink-3">{role}</span>}
          </span>
        </button>
      }
    >
      {(at) => <UserMenu {...rest} {...at} />}
    </Late>
  );
}

/** The last cell of the bar on a phone: everything that has no cell of its own; `news` when something is new there. */
export function BarMore({
  extra,
  news,
  ...rest
}: Props & { extra: readonly { label: string; href: string }[]; news: boolean }) {
  const t = useTranslations("nav");
  return (
    <Late
      load={load}
      button={
        <button
          type="button"
          className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-caption text-ink-2"
        >
          <span className="relative">
            <Ellipsis className="size-4.5" aria-hidden="true" />
            {news && (
              <span className="absolute -top-1 -right-1 size-2.5 rounded-full bg-here ring-2 ring-surface" />
            )}
          </span>
          {t("more")}
          {news && <span className="sr-only">{t("news")}</span>}
        </button>
      }
    >
      {(at) => <UserMenu {...rest} {...at} extra={extra} />}
    </Late>
  );
}
