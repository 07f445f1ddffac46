import { expect, signIn, test, unique, words } from "./support";

const t = words("en");

test("a deal is moved, opened and worked by keyboard alone", async ({ page }) => {
  const { keyboard } = page;
  const focused = page.locator("*:focus");
  /** Goes on with Tab until something with that name has the focus. */
  const tabTo = async (name: string | RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      const label = await focused.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent ?? "");
      if (typeof name === "string" ? label.trim() === name : name.test(label)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`no way to ${name}`);
  };
  await signIn(page, "rep@haventec.example");
  await keyboard.press("g");
  await keyboard.press("i");
  await page.waitForURL(/\/insights/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await keyboard.press("g");
  await keyboard.press("d");
  await page.waitForURL(/\/deals$/);
  await expect(page.locator("[data-card]").first()).toBeVisible();
});
