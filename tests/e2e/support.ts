import fs from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { createTranslator } from "next-intl";
import type { MESSAGES } from "@/lib/platform/i18n/messages";

export type { Locator, Page };
export { expect };

/** Everybody in the demo signs in with this. */
export const PASSWORD = "koers-demo";

/** The browser's own words for an answer of 4xx: refusals are expected answers, and their text is looked at instead. */
const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/;

function listen(page: Page, said: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !REFUSED.test(message.text())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
}

/** As Playwright's `test`; an error on the console or thrown in a page fails it. `colleague` is a browser of somebody else. */
export const test = base.extend<{ said: string[]; colleague: Page }>({
  said: [
    async ({ page }, use) => {
      const said: string[] = [];
      listen(page, said);
      await use(said);
      expect(said, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
  colleague: async ({ browser, said }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    listen(page, said);
    await use(page);
    await context.close();
  },
});

type Messages = (typeof MESSAGES)["en"];

/** The words of the product in a language, as its pages say them: `words("nl")("deals.new")`. */
export function words(locale: "en" | "nl") {
  // Read as files: the runner of these tests does not import JSON.
  const folder = path.join(process.cwd(), "lib", "platform", "i18n", "messages", locale);
  const rooms = fs.readdirSync(folder).map((file) => {
    return [path.basename(file, ".json"), JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"))];
  });
  return createTranslator({ locale, messages: Object.fromEntries(rooms) as Messages });
}

/** A name that no earlier run on the same database made. */
export const unique = (name: string): string => `${name} ${Date.now().toString(36)}`;

/** Signs in through the page, as a person would. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
  // The landing page depends on the role; once its title stands, nothing is on the way any more.
  await page.waitForURL((url) => /^\/[a-z-]+\/(today|deals|insights)/.test(url.pathname));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Chooses from a list that opens under its field. */
export async function choose(field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await field.page().getByRole("option", { name: option }).click();
}

/** The id at the end of an address such as /acme/deals/<id>. */
export function idOf(url: string): string {
  const [id] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(new URL(url).pathname) ?? [];
  if (!id) throw new Error(`no id in ${url}`);
  return id;
}

/** Asserts that a page has no serious or critical accessibility finding, in its present theme. */
export async function expectAccessible(page: Page): Promise<void> {
  // A title is read from the database by itself: it may come a moment after what the page shows.
  await expect(page).toHaveTitle(/\S/);
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
