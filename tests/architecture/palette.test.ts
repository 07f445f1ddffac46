import fs from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { destinations } from "@/components/search/destinations";
import { meant, wordsOf } from "@/components/search/fold";
import { accountCommands } from "@/components/shell/account-commands";
import { PERMISSIONS, type Permission, ROLES, type Role, reach } from "@/lib/domain/policy/permissions";
import { VERBS } from "@/lib/features/registry";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import { routeFiles } from "./routes";

const LOCALES = ["en", "nl"] as const;
type Locale = (typeof LOCALES)[number];
const permissionsOf = (role: Role): Permission[] => PERMISSIONS.filter((each) => reach(role, each));
const translator = (locale: Locale, namespace?: string) =>
  createTranslator({ locale, messages: MESSAGES[locale] as never, namespace: namespace as never }) as never;
const placesOf = (role: Role, locale: Locale = "en") =>
  destinations("acme", translator(locale), permissionsOf(role), [
    { name: "Acme", slug: "acme" },
    { name: "Bravo", slug: "bravo" },
  ]);
const nothing = () => undefined;
const commandsOf = (locale: Locale) =>
  accountCommands({ locale, keys: true }, translator(locale, "nav"), translator(locale, "search.also"), {
    theme: nothing,
    locale: nothing,
    shortcuts: nothing,
    signOut: nothing,
  });

/** Pages that stand behind no name of their own, each with why. */
const BY_ANOTHER: Readonly<Record<string, string>> = {
  "/[org]": "leads to where one's work starts",
  "/[org]/insights": "leads to its first page, the pipeline",
  "/[org]/insights/pipeline/deals": "needs the figure whose deals it lists",
};

/** The pages of an organisation whose address needs nothing but the organisation. */
const pages = routeFiles()
  .filter(({ kind, params }) => kind === "page" && params.join() === "org")
  .map(({ file }) => ({
    file,
    address: file
      .replace(/^app/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\/page\.tsx$/, ""),
  }));

/** Whether a role may read everything that a page asks for before it shows anything. */
function mayOpen(file: string, role: Role): boolean {
  const text = fs.readFileSync(file, "utf8");
  const asked = [...text.matchAll(/\bload\((\w+),/g)].map(([, name]) => String(name));
  return asked.every((name) => {
    // A query is exported by its name, or by the end of that.
    const verb = [...VERBS.values()].find((each) => camel(each.name).endsWith(camel(`.${name}`)));
    const exact = [...VERBS.values()].find((each) => camel(each.name) === name) ?? verb;
    if (!exact) throw new Error(`${file} asks ${name}, which is no verb by that name`);
    return reach(role, exact.can) !== null;
  });
}
const camel = (name: string) => name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());

describe("the palette", () => {
  it("finds the pages there are", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(Object.keys(BY_ANOTHER).every((address) => pages.some((page) => page.address === address))).toBe(
      true,
    );
  });

  it.each(ROLES)("leads a %s to every page that they may open, and to no other", (role) => {
    const led = new Set(
      placesOf(role).map(({ href }) => href.replace(/\?.*/, "").replace("/acme", "/[org]")),
    );
    for (const { file, address } of pages) {
      if (BY_ANOTHER[address]) continue;
      if (!mayOpen(file, role)) expect(led, `${address} is not for a ${role}`).not.toContain(address);
      else if (!BEGINS[address] || reach(role, BEGINS[address])) expect(led, role).toContain(address);
    }
  });

  it("leads nowhere that is not there", () => {
    const there = new Set(pages.map(({ address }) => address.replace("[org]", "acme")));
    for (const { href } of placesOf("owner")) {
      if (href === "/organizations" || href === "/bravo") continue;
      expect(there, href).toContain(href.replace(/\?.*/, ""));
    }
  });

  it.each(LOCALES)("names every place once, in %s", (locale) => {
    const names = [...placesOf("owner", locale), ...commandsOf(locale)].map(({ label }) => label);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Pages that only read what everybody may, and are of use to who may begin something there. */
const BEGINS: Readonly<Record<string, Permission>> = {
  "/[org]/deals/new": "deal.create",
  "/[org]/log": "deal.edit",
  "/[org]/start": "process.edit",
  "/[org]/processes/new": "process.edit",
  "/[org]/settings/imports/new": "import.run",
};

const TYPED: readonly (readonly [Locale, string, string])[] = [
  ["en", "today", "Today"],
  ["en", "tidy", "Tidy up"],
  ["en", "trash", "Trash"],
  ["en", "deleted", "Trash"],
  ["en", "task", "Add a task"],
  ["en", "duplicate", "Possible duplicates: companies"],
  ["en", "merge", "Possible duplicates: people"],
  ["en", "visib", "Visibility"],
  ["en", "mail", "Mail"],
  ["en", "export", "List of deals"],
  ["en", "new company", "New company"],
  ["en", "new person", "Add a person"],
  ["en", "new deal", "New deal"],
  ["en", "sign out", "Sign out"],
  ["en", "log out", "Sign out"],
  ["en", "dark", "Appearance: Dark"],
  ["en", "dutch", "Language: Nederlands"],
  ["en", "bravo", "Bravo"],
  ["nl", "vandaag", "Vandaag"],
  ["nl", "opruimen", "Opruimen"],
  ["nl", "prullenbak", "Prullenbak"],
  ["nl", "weggegooid", "Prullenbak"],
  ["nl", "taak", "Taak toevoegen"],
  ["nl", "dubbel", "Mogelijk dubbel: bedrijven"],
  ["nl", "samenvoegen", "Mogelijk dubbel: personen"],
  ["nl", "zichtb", "Zichtbaarheid"],
  ["nl", "mail", "Mail"],
  ["nl", "exporteren", "Lijst van deals"],
  ["nl", "nieuw bedrijf", "Nieuw bedrijf"],
  ["nl", "nieuwe persoon", "Persoon toevoegen"],
  ["nl", "uitloggen", "Uitloggen"],
  ["nl", "afmelden", "Uitloggen"],
  ["nl", "donker", "Weergave: Donker"],
  ["nl", "english", "Taal: English"],
];

describe("what people type", () => {
  it.each(TYPED)("%s: %s leads to %s", (locale, typed, wanted) => {
    const found = [...placesOf("owner", locale), ...commandsOf(locale)].filter(({ label, also = "" }) =>
      meant(label, also, wordsOf(typed)),
    );
    expect(found.map(({ label }) => label)).toContain(wanted);
    expect(found.length).toBeLessThan(8);
  });

  it("is not found inside the words that a place does not show", () => {
    expect(meant("Trash", "restore", wordsOf("tore"))).toBe(false);
    expect(meant("Trash", "restore", wordsOf("re"))).toBe(false);
    expect(meant("Trash", "restore", wordsOf("res tra"))).toBe(true);
  });
});
