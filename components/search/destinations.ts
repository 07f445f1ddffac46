import type { getTranslations } from "next-intl/server";
import { PLACE_KEYS } from "@/components/shell/types";
import type { Permission } from "@/lib/domain/policy/permissions";
import { paths } from "@/lib/platform/paths";
import type { Destination } from "./items";

type Words = Awaited<ReturnType<typeof getTranslations<never>>>;
type Elsewhere = { readonly name: string; readonly slug: string };

/**
 * Every page of an organisation that an address alone leads to, and every one on which something is begun, for who may go
 * there. Beside its name each is found by the words that people type for it.
 */
export function destinations(
  org: string,
  t: Words,
  may: readonly Permission[],
  elsewhere: readonly Elsewhere[] = [],
): Destination[] {
  const can = (permission: Permission) => may.includes(permission);
  const begin = (label: string, also: string, href: string, keys?: string): Destination => ({
    label: t(label as never),
    also: t(`search.also.${also}` as never),
    href,
    keys,
    begins: true,
  });
  const go = (label: string, also: string, href: string): Destination => ({
    label: t(label as never),
    also: t(`search.also.${also}` as never),
    href,
  });
  const place = (name: keyof typeof PLACE_KEYS, href: string): Destination => ({
    ...go(`nav.${name}`, name, href),
    keys: `G ${PLACE_KEYS[name]?.toUpperCase()}`,
  });
  const all: (Destination | false)[] = [
    can("deal.create") && begin("deals.new", "newDeal", paths.newDeal(org)),
    can("deal.edit") && begin("nav.log", "log", paths.log(org), "G L"),
    can("task.edit") && begin("search.begin.task", "newTask", paths.newTask(org)),
    can("company.edit") && begin("deals.companies.new", "newCompany", paths.newCompany(org)),
    can("company.edit") && begin("search.begin.person", "newPerson", paths.newPerson(org)),
    can("process.edit") && begin("search.begin.process", "newProcess", paths.newProcess(org)),
    can("import.run") && begin("search.begin.import", "newImport", paths.newImport(org)),
    place("today", paths.today(org)),
    place("inbox", paths.inbox(org)),
    place("deals", paths.deals(org)),
    go("search.go.dealList", "dealList", paths.deals(org, { view: "list" })),
    place("companies", paths.companies(org)),
    place("processes", paths.processes(org)),
    place("insights", paths.pipeline(org)),
    place("maturity", paths.maturity(org)),
    place("settings", paths.settings(org)),
    go("today.tidy.title", "tidy", paths.tidy(org)),
    go("search.go.duplicates", "duplicates", paths.duplicates(org)),
    go("search.go.duplicatePeople", "duplicates", paths.duplicates(org, "people")),
    go("search.go.registers", "registers", paths.registers(org)),
    go("search.go.compare", "compare", paths.compareProcesses(org)),
    can("process.edit") && go("search.go.start", "start", paths.start(org)),
    go("search.go.members", "members", paths.members(org)),
    go("search.go.roles", "roles", paths.roles(org)),
    can("organization.edit") && go("settings.tabs.visibility", "visibility", paths.visibility(org)),
    can("import.read") && go("search.go.imports", "imports", paths.imports(org)),
    can("api-key.edit") && go("search.go.apiKeys", "apiKeys", paths.apiKeys(org)),
    can("organization.edit") && go("settings.tabs.mail", "mail", paths.mail(org)),
    go("settings.tabs.trash", "trash", paths.trash(org)),
    go("search.go.profile", "profile", paths.profile(org)),
    go("search.go.organizations", "organizations", paths.organizations()),
    ...elsewhere
      .filter(({ slug }) => slug !== org)
      .map(({ name, slug }) => ({
        label: name,
        also: t("search.also.organizations" as never),
        href: paths.home(slug),
      })),
  ];
  return all.filter((each) => each !== false);
}
