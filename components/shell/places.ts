import type { getTranslations } from "next-intl/server";
import { paths } from "@/lib/platform/paths";
import type { ShellNav, Waiting } from "./types";

type Words = Awaited<ReturnType<typeof getTranslations<never>>>;

/** Every place of an organisation, with how much is unread in the inbox. */
export function placesOf(org: string, unread: { count: number; more: boolean } | null, t: Words): ShellNav {
  return {
    today: { href: paths.today(org) },
    inbox: { href: paths.inbox(org), waiting: unread && waitingOf(unread, t) },
    deals: { href: paths.deals(org) },
    companies: { href: paths.companies(org) },
    processes: { href: paths.processes(org) },
    insights: { href: paths.pipeline(org) },
    maturity: { href: paths.maturity(org) },
    settings: { href: paths.settings(org) },
  };
}

const waitingOf = ({ count, more }: { count: number; more: boolean }, t: Words): Waiting | null =>
  count === 0 ? null : { shown: more ? "99+" : String(count), label: t("nav.unread", { count }) };
