import { expect, expectAccessible, signIn, speak, test } from "./support";

const PAGES = [
  "deals",
  "deals?view=list",
  "deals/new",
  "companies",
  "processes",
  "processes/new",
  "insights/pipeline",
  "maturity",
  "settings",
  "settings/members",
  "settings/roles",
  "settings/api-keys",
];

for (const { theme, locale } of [
  { theme: "light", locale: "en" },
  { theme: "dark", locale: "nl" },
] as const) {
  test(`every main page is accessible, ${theme}, ${locale}`, async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await signIn(page, "owner@haventec.example");
    await speak(page, locale, baseURL ?? "");
    for (const path of PAGES) {
      await page.goto(`/haventec/${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test("nothing is wider than a phone @phone", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "rep@haventec.example");
  for (const path of [
    "deals",
    "deals?view=list",
    "deals/new",
    "companies",
    "processes",
    "insights/pipeline",
    "maturity",
    "settings",
  ]) {
    await page.goto(`/haventec/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});
