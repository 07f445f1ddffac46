import { expect, type Page, test, unique, words } from "./support";

const t = words("en");

/** Signs a rep in by keys, and gives the way to go on with Tab until the element with a name has the focus. */
async function enter(page: Page) {
  const { keyboard } = page;
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
  return { tabTo };
}

test("signed in, a deal moved, opened and worked, and signed out, by keyboard alone", async ({ page }) => {
  const { keyboard } = page;
  const { tabTo } = await enter(page);
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

  // In a filter, letters choose from it.
  const filters = page.getByRole("combobox").and(page.locator(":focus"));
  do await keyboard.press("Tab");
  while (await filters.count());
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

test("the whole life of a deal, from its first words to the trash and back, by keyboard alone", async ({
  page,
}) => {
  const { keyboard } = page;
  const { tabTo } = await enter(page);
  const title = unique("Keys only");
  const said = (text: string) => expect(page.getByText(text).first()).toBeVisible();
  const heading = page.getByRole("heading", { level: 1, name: title });

  await test.step("begun", async () => {
    await keyboard.press("g");
    await keyboard.press("d");
    await page.waitForURL(/\/haventec\/deals$/);
    await expect(page.locator("[data-card]").first()).toBeVisible();
    await keyboard.press("c");
    await page.waitForURL(/\/deals\/new/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await tabTo(t("deals.fields.title"));
    await keyboard.type(title);
    await keyboard.press("Tab");
    await keyboard.type("12.500,50");
    await keyboard.press("Enter");
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
    await expect(heading).toBeVisible();
    await said("€12,500.50");
  });

  await test.step("its next step done", async () => {
    const next = page.getByRole("region", { name: t("guidance.next.kicker") });
    const step = (await next.getByRole("heading").textContent()) ?? "";
    await keyboard.press("n");
    await said(t("guidance.toast.done", { step }));
  });

  await test.step("a criterion proven", async () => {
    await tabTo(t("deals.criteria.add"));
    await keyboard.press("Enter");
    await tabTo(t("common.save"));
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: t("deals.criteria.withdraw") })).toBeVisible();
  });

  await test.step("something logged", async () => {
    await keyboard.press("l");
    const dialog = page.getByRole("dialog", { name: t("deals.log.title") });
    await expect(dialog).toBeVisible();
    await tabTo(t("deals.log.kind.call"));
    await keyboard.press("Enter");
    await tabTo(t("deals.log.save"));
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  });

  await test.step("moved on", async () => {
    // A menu that fades slowly, as on a busy device: the next key must not be lost in it.
    await page.evaluate(() => {
      // The page takes no style sheet from outside, but one that its own script makes.
      const slow = new CSSStyleSheet();
      slow.replaceSync("[role=menu] { transition-duration: 3s !important }");
      document.adoptedStyleSheets.push(slow);
    });
    await keyboard.press("m");
    await expect(page.getByRole("menu", { name: t("deals.board.moveTo") })).toBeVisible();
    await keyboard.press("2");
    await said(t("deals.deal.moved", { stage: "First meeting" }));
  });

  await test.step("lost, and opened again", async () => {
    await keyboard.press("m");
    await expect(page.getByRole("menu", { name: t("deals.board.moveTo") })).toBeVisible();
    await keyboard.press("x");
    const dialog = page.getByRole("dialog", { name: t("deals.closing.title") });
    await expect(dialog).toBeVisible();
    await tabTo(t("deals.closing.submit", { outcome: t("deals.board.outcome.lost") }));
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await tabTo(t("deals.closing.reopen"));
    await keyboard.press("Enter");
    await said(t("deals.closing.reopened"));
  });

  await test.step("thrown away, and taken back", async () => {
    await tabTo(t("deals.deal.more"));
    await keyboard.press("Enter");
    const remove = page.getByRole("menuitem", { name: t("deals.deal.delete") });
    await expect(remove).toBeVisible();
    await keyboard.press("End");
    await expect(remove).toBeFocused();
    await keyboard.press("Enter");
    await page.waitForURL(/\/haventec\/deals(\?|$)/);
    await said(t("deals.deal.deleted"));
    await keyboard.press("z");
    await expect(page.getByText(t("deals.deal.deleted"))).toHaveCount(0);
    await page.goBack();
    await expect(heading).toBeVisible();
    await expect(page.getByRole("button", { name: t("deals.deal.log") }).first()).toBeVisible();
  });
});
