import { expect, test, words } from "./support";

const t = words("en");

test("signed in, a deal moved, opened and worked, and signed out, by keyboard alone", async ({ page }) => {
  const { keyboard } = page;
  /** Goes on with Tab until the element with that name has the focus. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const wanted = page
      .getByRole("button", { name })
      .or(page.getByRole("combobox", { name }))
      .or(page.getByLabel(name, { exact: true }));
    for (let presses = 0; presses < 150; presses++) {
      await keyboard.press("Tab");
      if (await wanted.and(page.locator(":focus")).count()) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  }

  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: t("auth.signIn.submit") })).toBeEnabled();
  await tabTo(t("auth.email"));
  await keyboard.type("rep@haventec.example");
  await tabTo(t("auth.password"));
  await keyboard.type("koers-demo");
  await keyboard.press("Enter");
  await page.waitForURL(/\/haventec\/today$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await keyboard.press("g");
  await keyboard.press("d");
  await page.waitForURL(/\/haventec\/deals$/);
  const cards = page.locator("[data-card]");
  await expect(cards.first()).toBeVisible();

  await keyboard.press("g");
  await keyboard.press("i");
  await page.waitForURL(/\/insights\/pipeline$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await keyboard.press("g");
  await keyboard.press("d");
  await page.waitForURL(/\/deals$/);

  await tabTo(t("deals.filter.owner"));
  await keyboard.press("Enter");
  await expect(page.getByRole("option", { name: t("deals.filter.mine") })).toBeVisible();
  await keyboard.type(t("deals.filter.mine"));
  await keyboard.press("Enter");
  await page.waitForURL(/owner=/);
  await expect(cards.first()).toBeVisible();

  await keyboard.press("Tab"); // in the filter, letters choose an owner
  await keyboard.press("j");
  const focused = page.locator("[data-card]:focus-within");
  await expect(focused).toBeVisible();
  const card = page.locator(`[data-card="${await focused.getAttribute("data-card")}"]`);
  await keyboard.press("m");
  const stages = page.getByRole("menu", { name: t("deals.board.moveTo") }).getByRole("menuitem");
  await expect(stages.first()).toBeVisible();
  const here = (
    await stages.evaluateAll((items) => items.map((item) => item.getAttribute("aria-disabled")))
  ).indexOf("true");
  const to = stages.nth(here + 1);
  const name = /^[^\d]+/.exec((await to.textContent()) ?? "")?.[0] ?? "";
  await keyboard.press(String(here + 2));
  await expect(page.getByRole("list", { name: new RegExp(`^${name}: `) }).locator(card)).toBeVisible();
  await expect(card.getByRole("link")).toBeFocused();

  await keyboard.press("Enter");
  await page.waitForURL((url) => /\/deals\/[0-9a-f-]{36}$/.test(url.pathname));
  const next = page.getByRole("region", { name: t("guidance.next.kicker") });
  const step = (await next.getByRole("heading").textContent()) ?? "";
  await keyboard.press("n");
  await expect(page.getByText(t("guidance.toast.done", { step })).first()).toBeVisible();

  await tabTo(new RegExp(`^${t("nav.account")}`));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: t("nav.signOut") })).toBeVisible();
  await keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: t("nav.signOut") })).toBeFocused();
  await keyboard.press("Enter");
  await page.waitForURL(/\/sign-in$/);
});
