import { cardOf, dragOver, newDeal } from "./board-support";
import { expect, expectAccessible, idOf, signIn, test, words } from "./support";

const t = words("en");

test("a deal that is lost by two keys is lost, also when the page is left before a reason is given", async ({
  page,
}) => {
  await signIn(page, "rep@haventec.example");
  const { company, url } = await newDeal(page, "Two keys");
  await page.goto("/haventec/deals");
  const card = cardOf(page, company);
  await card.getByRole("link").focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("menu", { name: t("deals.board.moveTo") })).toBeVisible();
  await page.keyboard.press("x");
  const lost = t("deals.board.outcome.lost");
  const asked = page.getByRole("dialog", {
    name: t("deals.board.ask.close", { name: company, outcome: lost }),
  });
  await expect(asked).toBeVisible();
  await expect(page.getByText(t("deals.board.moved", { name: company, stage: lost })).first()).toBeVisible();

  await page.reload();
  await expect(page.locator("[data-card]").first()).toBeVisible();
  await expect(card).toHaveCount(0);
  await page.goto(url);
  await expect(page.getByRole("heading", { name: lost, exact: true })).toBeVisible();
});

test("a card that is dragged: criteria at the drop and not before, lost with a reason, and back by one undo", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "rep@haventec.example");
  const { company, url } = await newDeal(page, "By hand");
  await page.goto("/haventec/deals");
  const card = cardOf(page, company);
  const stages = page.locator("[data-stage]");
  const home = stages.filter({ has: card });
  const start = (await home.getAttribute("data-stage")) ?? "";
  const index = (
    await stages.evaluateAll((all) => all.map((each) => each.getAttribute("data-stage")))
  ).indexOf(start);
  const next = () => stages.nth(index + 1);
  const panel = page.getByRole("dialog", { name: company });
  const criteria = panel.getByRole("listitem");

  const said = await test.step("dropped on the next stage it says what is not known yet", async () => {
    await dragOver(page, card, next);
    await page.mouse.up();
    await expect(criteria.first()).toBeVisible();
    const text = ((await criteria.first().locator("span").first().textContent()) ?? "").trim();
    await page.keyboard.press("Escape");
    await expect(criteria).toHaveCount(0);
    return text.split(" (")[0] ?? text;
  });
  expect(said.length).toBeGreaterThan(3);

  await test.step("held over a stage it says nothing of that", async () => {
    await page.goto("/haventec/deals");
    await dragOver(page, card, next);
    await expect(page.getByText(said)).toHaveCount(0);
    await page.mouse.up();
  });

  await test.step("dropped on lost it is lost, and undone it stands there again", async () => {
    await page.goto("/haventec/deals");
    await expect(card).toBeVisible();
    const before = await home.getAttribute("data-stage");
    await dragOver(page, card, () => page.locator('[data-outcome="lost"]'));
    await page.mouse.up();
    await expect(card).toHaveCount(0);
    // The message of the move is a dialog of that name too, so the answer itself is looked for.
    const price = panel.getByRole("button", { name: t("deals.closeReason.price") });
    await price.click();
    await expect(price).toHaveCount(0);
    const moved = t("deals.board.moved", { name: company, stage: t("deals.board.outcome.lost") });
    await expect(page.getByText(moved).first()).toBeVisible();
    await page
      .getByRole("button", { name: t("common.undo") })
      .first()
      .click();
    await expect(card).toBeVisible();
    await expect(home).toHaveAttribute("data-stage", before ?? "");
    await page.goto(url);
    const undone = t("deals.history.undoneClosed", { outcome: t("deals.board.outcome.lost") });
    await expect(page.getByText(undone)).toBeVisible();
  });
});

test("a move that the server refuses goes back in sight, with who was there first", async ({
  page,
  colleague,
}) => {
  test.slow();
  await signIn(page, "rep@haventec.example");
  const { company, url } = await newDeal(page, "Too late");
  await page.goto("/haventec/deals");
  const card = cardOf(page, company);
  await expect(card).toBeVisible();
  const home = page.locator("[data-stage]").filter({ has: card });
  const before = (await home.getAttribute("data-stage")) ?? "";
  // The board hears nothing of what the colleague does.
  await page.route(/\/deals\.since\?/, (route) =>
    route.fulfill({ json: { ok: true, value: { changes: [] } } }),
  );

  await signIn(colleague, "manager@haventec.example");
  await colleague.goto(url);
  await colleague.getByRole("button", { name: t("deals.deal.more") }).click();
  await colleague.getByRole("menuitem", { name: t("deals.deal.edit") }).click();
  const form = colleague.getByRole("dialog", { name: t("deals.form.editTitle") });
  await form.getByLabel(t("deals.fields.title"), { exact: true }).fill("Pilot, renamed");
  await form.getByRole("button", { name: t("common.save") }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: /renamed/ })).toBeVisible();

  await dragOver(page, card, () => page.locator('[data-outcome="disqualified"]'));
  await page.mouse.up();
  await expect(page.getByText(new RegExp(`^${company} went back\\. Changed by `)).first()).toBeVisible();
  await expect(home).toHaveAttribute("data-stage", before);
});

test("what a colleague moves is seen to move on an open board", async ({ page, colleague }) => {
  await signIn(page, "rep@haventec.example");
  const { company, url } = await newDeal(page, "From afar");
  await page.goto("/haventec/deals");
  const card = cardOf(page, company);
  await expect(card).toBeVisible();
  const stages = page.locator("[data-stage]");
  const home = (await stages.filter({ has: card }).getAttribute("data-stage")) ?? "";
  const keys = await stages.evaluateAll((all) => all.map((each) => each.getAttribute("data-stage")));
  const to = keys[keys.indexOf(home) + 1] ?? "";
  // Gone if the page is loaded anew.
  await page.evaluate(() => Object.assign(globalThis, { here: true }));

  await signIn(colleague, "manager@haventec.example");
  const answer = await colleague.request.post("/api/org/haventec/deal.move", {
    data: { id: idOf(url), version: 1, to },
    headers: { origin: new URL(colleague.url()).origin },
  });
  expect(answer.status()).toBe(200);

  await expect(page.locator(`[data-stage="${to}"]`).filter({ has: card })).toHaveCount(1);
  await expect(card).toHaveCount(1);
  expect(await page.evaluate(() => "here" in globalThis)).toBe(true);
});

test("a board of one role, in one line a card, said by its address", async ({ page }) => {
  await signIn(page, "manager@haventec.example");
  await page.goto("/haventec/deals");
  const cards = page.locator("[data-card]");
  await expect(cards.first()).toBeVisible();
  const height = async () => (await cards.first().boundingBox())?.height ?? 0;
  const tall = await height();
  const comfortable = t("deals.list.comfortable");
  await page.getByRole("button", { name: t("deals.board.density", { density: comfortable }) }).click();
  await page.getByRole("menuitemradio", { name: t("deals.list.compact") }).click();
  await expect(page).toHaveURL(/density=compact/);
  await page.keyboard.press("Escape");
  await expect.poll(height).toBeLessThan(tall * 0.7);
  await expectAccessible(page);

  await page.getByRole("combobox", { name: t("deals.filter.role") }).click();
  await page.getByRole("option").nth(1).click();
  await expect(page).toHaveURL(/role=[0-9a-f-]{36}/);
  await expect(page).toHaveURL(/density=compact/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: t("deals.filter.role") })).not.toHaveText(
    t("deals.filter.anyRole"),
  );
});
