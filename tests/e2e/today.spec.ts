import { expect, type Locator, type Page, signIn, test, words } from "./support";

const t = words("nl");
const en = words("en");

const rows = (page: Page): Locator =>
  page.getByRole("list", { name: t("today.list.label") }).getByRole("listitem");
/** The row in hand: the one whose link has the focus. */
const inHand = (page: Page): Locator => page.locator("[data-step]:focus-within");

async function keyOf(row: Locator): Promise<string> {
  await expect(row).toHaveCount(1);
  return (await row.getAttribute("data-step")) ?? "";
}

test("a rep works Today by keys: done, not needed, later, and each taken back", async ({ page }) => {
  const { keyboard } = page;
  const row = (key: string) => page.locator(`[data-step="${key}"]`);
  const said = (text: string) => expect(page.getByText(text).first()).toBeVisible();
  /** Takes back what was done, once the message that offers it is there. */
  const takeBack = async () => {
    await expect(page.getByRole("button", { name: t("common.undo") })).toBeVisible();
    await keyboard.press("z");
  };
  await signIn(page, "rep@lichtpunt.example");
  await expect(page).toHaveURL(/\/lichtpunt\/today$/);
  await expect(rows(page).first()).toBeVisible();
  const nameOf = async (key: string) => (await row(key).locator("[data-open]").textContent()) ?? "";

  await test.step("along the list and back", async () => {
    // Keys are heard once the page's script runs.
    await expect(async () => {
      await keyboard.press("j");
      await expect(inHand(page)).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    const first = await keyOf(inHand(page));
    await keyboard.press("j");
    await expect(row(first).locator(":focus")).toHaveCount(0);
    await keyboard.press("k");
    await expect(row(first).locator("[data-open]")).toBeFocused();
  });

  await test.step("done, and open again", async () => {
    const key = await keyOf(inHand(page));
    const step = await nameOf(key);
    await keyboard.press("d");
    await said(t("today.toast.done", { step }));
    await expect(row(key)).toHaveCount(0);
    // The next row came in hand by itself.
    await expect(inHand(page)).toHaveCount(1);
    await takeBack();
    await said(t("today.toast.undone", { step }));
    await expect(row(key)).toHaveCount(1);
  });

  await test.step("not needed, put back, then with a reason after it, and open again", async () => {
    const key = await keyOf(inHand(page));
    const step = await nameOf(key);
    await keyboard.press("s");
    const asked = page.getByRole("dialog", { name: t("today.reason.ask", { step }) });
    await expect(asked).toBeVisible();
    // Saved at once: nobody has to answer first.
    await expect(row(key)).toHaveCount(0);
    await said(t("today.toast.waived", { step }));
    await keyboard.press("Escape");
    await expect(asked).toBeHidden();
    await expect(row(key).locator("[data-open]")).toBeFocused();
    await keyboard.press("s");
    await expect(asked).toBeVisible();
    await keyboard.press("3");
    await expect(asked).toBeHidden();
    await expect(row(key)).toHaveCount(0);
    await takeBack();
    await expect(row(key)).toHaveCount(1);
  });

  await test.step("refused while one is at the question: back at the step", async () => {
    const key = await keyOf(inHand(page));
    const step = await nameOf(key);
    let refuse = () => {};
    const answered = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    await page.route(/\/deal\.waive-step$/, async (route) => {
      await answered;
      await route.fulfill({ json: { ok: false, refusal: { code: "failed" } } });
    });
    await keyboard.press("s");
    const asked = page.getByRole("dialog", { name: t("today.reason.ask", { step }) });
    await asked.getByRole("button", { name: t("deals.board.ask.without") }).focus();
    refuse();
    await expect(asked).toBeHidden();
    await expect(row(key).locator("[data-open]")).toBeFocused();
    await page.unroute(/\/deal\.waive-step$/);
  });

  await test.step("later, and back from among those put off", async () => {
    const key = await keyOf(inHand(page));
    const step = await nameOf(key);
    await keyboard.press("l");
    await expect(page.getByRole("dialog", { name: t("today.later.ask", { step }) })).toBeVisible();
    await keyboard.press("1");
    await expect(row(key)).toHaveCount(0);
    const off = page.locator("summary").filter({ hasText: t("today.later.title", { count: 1 }) });
    await off.click();
    const putOff = page
      .getByRole("group")
      .filter({ has: off })
      .getByRole("listitem")
      .filter({ hasText: step });
    await putOff.getByRole("button", { name: t("today.later.wake") }).click();
    await said(t("today.toast.woken", { step }));
    await expect(row(key)).toHaveCount(1);
    await expect(off).toHaveCount(0);
  });

  await test.step("the order is explained, and the deal opens", async () => {
    await page.getByRole("button", { name: t("today.why.open") }).click();
    await expect(page.getByText(t("today.why.rule.late-key"))).toBeVisible();
    await keyboard.press("Escape");
    await expect(page.getByText(t("today.why.rule.late-key"))).toBeHidden();
    await keyboard.press("j");
    await keyboard.press("o");
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
    await keyboard.press("g");
    await keyboard.press("t");
    await page.waitForURL(/\/today$/);
  });
});

test("what left the order gets its reason in the tidy-up @phone", async ({ page }) => {
  await signIn(page, "rep@haventec.example");
  const step = page.locator("[data-step]").first();
  await expect(step).toBeVisible();
  const name = (await step.locator("[data-open]").textContent()) ?? "";
  await step.getByRole("button", { name: en("today.action.notNeeded") }).tap();
  await page
    .getByRole("dialog", { name: en("today.reason.ask", { step: name }) })
    .getByRole("button", { name: en("deals.board.ask.without") })
    .tap();
  await expect(page.getByText(en("today.toast.waived", { step: name })).first()).toBeVisible();
  await page.goto("/haventec/today/tidy-up");
  const line = page
    .getByRole("listitem")
    .filter({ hasText: en("today.tidy.step", { step: name }) })
    .first();
  await line.getByRole("combobox").tap();
  await page.getByRole("option", { name: en("deals.deviation.not-relevant") }).tap();
  await expect(page.getByText(/^Reason kept/).first()).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole("listitem").filter({ hasText: en("today.tidy.step", { step: name }) }),
  ).toHaveCount(0);
});
