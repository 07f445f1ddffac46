import { expect, expectAccessible, signIn, test, unique, words } from "./support";

const t = words("en");

test("a deal found with a letter wrong, opened and worked from the palette, by keyboard alone", async ({
  page,
}) => {
  const { keyboard } = page;
  await signIn(page, "rep@haventec.example");
  const [org] = new URL(page.url()).pathname.split("/").filter(Boolean);
  const title = unique("Scheepslift");

  const palette = page.getByRole("dialog", { name: t("search.title") });
  const field = palette.getByRole("combobox");
  const options = palette.getByRole("option");
  async function open(): Promise<void> {
    await keyboard.press("Control+k");
    await expect(field).toBeFocused();
  }

  await open();
  await keyboard.type(t("deals.new"));
  await expect(options.first()).toContainText(t("deals.new"));
  await expect(field).toHaveAttribute("aria-activedescendant", /.+/);
  await keyboard.press("Enter");
  await page.waitForURL(/\/deals\/new/);
  await page.getByLabel(t("deals.fields.title"), { exact: true }).fill(title);
  await keyboard.press("Enter");
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  const deal = page.url();

  await page.goto(`/${org}/companies`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await open();
  await expect(options.first()).toContainText(title); // opened last
  await keyboard.type("scheepslitf");
  await expect(palette.getByRole("option", { name: title })).toBeVisible();
  await expect(palette.locator("mark").first()).toHaveText("Scheepslift");
  await expectAccessible(page);
  await keyboard.press("Enter");
  await page.waitForURL(deal);

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await open();
  await keyboard.type(t("deals.deal.keys.log"));
  await expect(options).toHaveCount(1);
  await keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page.getByRole("dialog").getByRole("heading", { name: t("deals.log.title") })).toBeVisible();
  await keyboard.press("Escape");

  // What needs more than a tap leads to its place, with the focus where one goes on.
  await expect(page.getByRole("dialog")).toBeHidden();
  await open();
  await keyboard.type(t("deals.criteria.add"));
  await expect(options.first()).toContainText(t("deals.criteria.add"));
  await keyboard.press("Enter");
  await expect(page.locator("#criteria").getByRole("combobox")).toBeFocused();
  await open();
  await keyboard.type(t("buying.addCompetitor"));
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: t("buying.addCompetitor") })).toBeFocused();
  await keyboard.press("Tab");

  await keyboard.press("?");
  const keys = page.getByRole("dialog", { name: t("search.keys.title") });
  await expect(keys).toContainText(t("deals.deal.keys.move"));
  await expect(keys).toContainText("Ctrl K");
  await keyboard.press("Escape");
  await expect(keys).toBeHidden();
});
