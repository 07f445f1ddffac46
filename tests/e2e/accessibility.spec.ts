import { expect, expectAccessible, type Page, signIn, test, words } from "./support";

const PAGES = [
  "today",
  "today/tidy-up",
  "deals",
  "deals?view=list",
  "deals/new",
  "companies",
  "companies/duplicates",
  "processes",
  "processes/new",
  "processes/registers",
  "processes/compare",
  "insights/pipeline",
  "insights/pipeline?explain=win-rate",
  "maturity",
  "settings",
  "settings/members",
  "settings/roles",
  "settings/imports",
  "settings/imports/new",
  "settings/api-keys",
  "settings/profile",
];

/** Pages with an id in their address: the page that leads there, and what to press on it. */
const BEHIND = {
  deals: (page: Page) => page.locator("[data-card] a").first(),
  companies: (page: Page) => page.getByRole("table").getByRole("link").first(),
  processes: (page: Page) => page.locator("main h3 a[href*='/processes/']").first(),
  maturity: (page: Page) => page.getByRole("table").getByRole("link").first(),
} as const;

for (const { theme, locale, org } of [
  { theme: "light", locale: "en", org: "haventec" },
  { theme: "dark", locale: "nl", org: "lichtpunt" },
] as const) {
  test(`every main page is accessible, ${theme}, ${locale}`, async ({ page }) => {
    test.setTimeout(360_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto("/sign-up");
    await expectAccessible(page);
    await signIn(page, `owner@${org}.example`);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    for (const path of PAGES) {
      await page.goto(`/${org}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    for (const [path, link] of Object.entries(BEHIND)) {
      await page.goto(`/${org}/${path}`);
      await link(page).click();
      await page.waitForURL((url) => url.pathname.startsWith(`/${org}/${path}/`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    await page.goto(`/${org}/processes`);
    await BEHIND.processes(page).click();
    await page.getByRole("link", { name: words(locale)("processes.map.versions") }).click();
    await page.waitForURL(/\/versions$/);
    await expectAccessible(page);
  });
}
