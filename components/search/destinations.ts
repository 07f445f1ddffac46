import type { getTranslations } from "next-intl/server";
import { PLACE_KEYS } from "@/components/shell/types";
import type { Permission } from "@/lib/domain/policy/permissions";
import { paths } from "@/lib/platform/paths";
import type { Destination } from "./items";

type Words = Awaited<ReturnType<typeof getTranslations<never>>>;

/** Every place of an organisation and every page on which something is begun, for who may go there. */
export function destinations(org: string, t: Words, may: readonly Permission[]): Destination[] {
  const can = (permission: Permission) => may.includes(permission);
  const place = (name: keyof typeof PLACE_KEYS, href: string): Destination => ({
    label: t(`nav.${name}`),
    href,
    keys: `G ${PLACE_KEYS[name]?.toUpperCase()}`,
  });
  const all: (Destination | false)[] = [
    can("deal.create") && { label: t("deals.new"), href: paths.newDeal(org), begins: true },
    can("deal.edit") && { label: t("nav.log"), href: paths.log(org), keys: "G L", begins: true },
    can("process.edit") && { label: t("search.begin.process"), href: paths.newProcess(org), begins: true },
    can("import.run") && { label: t("search.begin.import"), href: paths.newImport(org), begins: true },
    place("inbox", paths.inbox(org)),
    place("deals", paths.deals(org)),
    { label: t("search.go.dealList"), href: paths.deals(org, { view: "list" }) },
    place("companies", paths.companies(org)),
    place("processes", paths.processes(org)),
    { label: t("search.go.registers"), href: paths.registers(org) },
    { label: t("search.go.compare"), href: paths.compareProcesses(org) },
    place("insights", paths.pipeline(org)),
    place("maturity", paths.maturity(org)),
    place("settings", paths.settings(org)),
    { label: t("search.go.members"), href: paths.members(org) },
    { label: t("search.go.roles"), href: paths.roles(org) },
    can("import.read") && { label: t("search.go.imports"), href: paths.imports(org) },
    can("api-key.edit") && { label: t("search.go.apiKeys"), href: paths.apiKeys(org) },
    { label: t("search.go.profile"), href: paths.profile(org) },
    { label: t("search.go.organizations"), href: paths.organizations() },
  ];
  return all.filter((each) => each !== false);
}
