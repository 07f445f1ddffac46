import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

/** Everybody in the demo signs in with this. */
const PASSWORD = "koers-demo";

/** The browser's own words for an answer of 4xx: refusals are expected answers, and their text is looked at instead. */
const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/;

/** As Playwright's `test`; an error on the console or thrown in the page fails it. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !REFUSED.test(message.text())) said.push(message.text());
      });
      page.on("pageerror", (error) => said.push(String(error)));
      await use(undefined);
      expect(said, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in through the page, as a person would. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
  // The landing page depends on the role; once its title stands, nothing is on the way any more.
  await page.waitForURL((url) => /^\/[a-z-]+\/(deals|insights)/.test(url.pathname));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Shows the product in a language, whatever the browser prefers. */
export async function speak(page: Page, locale: "en" | "nl", baseURL: string): Promise<void> {
  await page.context().addCookies([{ name: "locale", value: locale, url: baseURL }]);
}

/** Asserts that a page has no serious or critical accessibility finding, in its present theme. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  expect(serious, await page.title()).toEqual([]);
}
