import { expect, signIn, test, unique, words } from "./support";

const t = words("nl");

test("a rep makes a deal, works its steps, moves it, loses it and opens it again", async ({ page }) => {
  const company = unique("Scheepswerf");
  const title = "Kadesensoren";

  await test.step("by the form, with a company that is new", async () => {
    await signIn(page, "rep@lichtpunt.example");
    await page.goto("/lichtpunt/deals");
    await page.getByRole("link", { name: t("deals.new") }).click();
    await page.getByRole("combobox", { name: t("deals.fields.company") }).fill(company);
    await page.getByRole("option", { name: company }).click();
    await page.getByLabel(t("deals.fields.title"), { exact: true }).fill(title);
    await page.getByLabel(t("deals.fields.amount")).fill("12,5k");
    await expect(page.getByText(/12\.500/)).toBeVisible();
    await page.getByRole("button", { name: t("deals.form.create") }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${company}, ${title}` })).toBeVisible();
  });

  await test.step("an activity", async () => {
    await page
      .getByRole("button", { name: t("deals.deal.log") })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: t("deals.log.title") });
    await dialog.getByRole("button", { name: t("deals.log.kind.email") }).click();
    await dialog.getByLabel(t("deals.log.note")).fill("Tekeningen gestuurd");
    await dialog.getByRole("button", { name: t("deals.log.save") }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Tekeningen gestuurd")).toBeVisible();
  });

  const next = page.getByRole("region", { name: t("guidance.next.kicker") });
  const stepNow = async () => (await next.getByRole("heading").textContent()) ?? "";
  await test.step("one step done, one not needed", async () => {
    const first = await stepNow();
    await next.getByRole("button", { name: t("guidance.action.done") }).click();
    await expect(page.getByText(t("guidance.toast.done", { step: first })).first()).toBeVisible();
    await expect(next.getByRole("heading")).not.toHaveText(first);
    const second = await stepNow();
    await next.getByRole("button", { name: t("guidance.action.notNeeded") }).click();
    // It is saved before anybody is asked why.
    await expect(page.getByText(t("guidance.toast.waived", { step: second })).first()).toBeVisible();
    await page
      .getByRole("dialog", { name: t("guidance.waive.title", { step: second }) })
      .getByRole("button", { name: t("deals.deviation.not-relevant") })
      .click();
    await expect(
      page
        .getByText(t("guidance.timing.waivedReason", { reason: t("deals.deviation.not-relevant") }))
        .first(),
    ).toBeVisible();
  });
  const deal = page.url();

  await test.step("over a stage and put back, over it with a reason, and back without one: each saved first", async () => {
    const skipped = page.getByRole("dialog", { name: /slaat fasen over, van/ });
    const back = page.getByRole("dialog", { name: /gaat terug van/ });
    const to = async (stage: number) => {
      await page.getByRole("button", { name: t("deals.deal.move") }).click();
      await page.getByRole("menuitem").nth(stage).click();
    };
    await to(2);
    await expect(skipped).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(skipped).toBeHidden();
    await expect(page.getByText(t("deals.deal.undone")).first()).toBeVisible();
    await to(2);
    await skipped.getByRole("button", { name: t("deals.deviation.buyer-asked") }).click();
    await expect(skipped).toBeHidden();
    await expect(page.getByText(t("deals.deviation.buyer-asked")).first()).toBeVisible();
    await to(0);
    await back.getByRole("button", { name: t("deals.board.ask.without") }).click();
    await expect(back).toBeHidden();
  });

  await test.step("to the next stage, on the board", async () => {
    await page.goto("/lichtpunt/deals");
    const card = page.locator("[data-card]").filter({ hasText: company });
    const stages = page.getByRole("list").filter({ has: card });
    const before = await stages.getAttribute("aria-label");
    await card.hover();
    await card.getByRole("button", { name: t("deals.card.menu", { name: company }) }).click();
    await page.getByRole("menuitem").nth(1).click();
    await expect(stages).not.toHaveAttribute("aria-label", before ?? "");
    await expect(page.getByText(new RegExp(`^${company}: `)).first()).toBeVisible();
  });

  await test.step("lost, with a reason, and open again", async () => {
    await page.goto(deal);
    await page.getByRole("button", { name: t("deals.deal.more") }).click();
    await page.getByRole("menuitem", { name: t("deals.deal.close") }).click();
    const dialog = page.getByRole("dialog", { name: t("deals.closing.title") });
    await dialog.getByRole("radio", { name: t("deals.board.outcome.lost") }).click();
    await dialog.getByRole("radio", { name: t("deals.closeReason.price") }).click();
    const outcome = t("deals.board.outcome.lost");
    await dialog.getByRole("button", { name: t("deals.closing.submit", { outcome }) }).click();
    await expect(page.getByRole("heading", { name: outcome, exact: true })).toBeVisible();
    await expect(page.getByText(t("deals.closeReason.price"), { exact: false }).first()).toBeVisible();
    await page.getByRole("button", { name: t("deals.closing.reopen") }).click();
    await expect(next).toBeVisible();
  });
});

test("a save that comes too late keeps what was typed and says who was first", async ({
  page,
  colleague,
}) => {
  await signIn(page, "rep@lichtpunt.example");
  await page.goto("/lichtpunt/deals/new");
  await page.getByLabel(t("deals.fields.title"), { exact: true }).fill(unique("Portaalkraan"));
  await page.getByRole("button", { name: t("deals.form.create") }).click();
  await page.waitForURL((url) => /\/deals\/[0-9a-f-]{36}$/.test(url.pathname));
  await page.getByRole("button", { name: t("deals.deal.more") }).click();
  await page.getByRole("menuitem", { name: t("deals.deal.edit") }).click();
  const mine = page.getByRole("dialog", { name: t("deals.form.editTitle") });
  await mine.getByLabel(t("deals.fields.title"), { exact: true }).fill("Portaalkraan met camera's");

  await signIn(colleague, "manager@lichtpunt.example");
  await colleague.goto(page.url());
  await colleague.getByRole("button", { name: t("deals.deal.more") }).click();
  await colleague.getByRole("menuitem", { name: t("deals.deal.edit") }).click();
  const theirs = colleague.getByRole("dialog", { name: t("deals.form.editTitle") });
  await theirs.getByLabel(t("deals.fields.title"), { exact: true }).fill("Portaalkraan, twee stuks");
  await theirs.getByRole("button", { name: t("common.save") }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Portaalkraan, twee stuks" })).toBeVisible();

  await mine.getByRole("button", { name: t("common.save") }).click();
  await expect(mine.getByText(/^Wim Baert heeft dit/)).toBeVisible();
  await expect(mine.getByText("Portaalkraan, twee stuks")).toBeVisible();
  await expect(mine.getByLabel(t("deals.fields.title"), { exact: true })).toHaveValue(
    "Portaalkraan met camera's",
  );
  await mine.getByRole("button", { name: t("deals.form.keepMine") }).click();
  await mine.getByRole("button", { name: t("common.save") }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Portaalkraan met camera's" })).toBeVisible();
});

test("going on without the evidence a process asks for: a reason is asked, at a move and at a win", async ({
  page,
}) => {
  const company = unique("Haven");
  await signIn(page, "rep@haventec.example");
  const w = words("en");
  await page.getByRole("link", { name: w("deals.new") }).click();
  await page.getByRole("combobox", { name: w("deals.fields.company") }).fill(company);
  await page.getByRole("option", { name: company }).click();
  await page.getByLabel(w("deals.fields.title"), { exact: true }).fill("Pilot");
  await page.getByRole("button", { name: w("deals.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${company}, Pilot` })).toBeVisible();
  const deal = page.url();

  await test.step("on the board it stays where it is until the reason is there", async () => {
    await page.goto("/haventec/deals");
    const card = page.locator("[data-card]").filter({ hasText: company });
    const lane = page.getByRole("list").filter({ has: card });
    const before = (await lane.getAttribute("aria-label")) ?? "";
    const skip = async () => {
      await card.getByRole("link").focus();
      await page.keyboard.press("m");
      await expect(page.getByRole("menu", { name: w("deals.board.moveTo") })).toBeVisible();
      await page.keyboard.press("4");
      return page.getByRole("dialog", { name: /without the evidence that this process asks for/ });
    };
    const first = await skip();
    await expect(first).toBeVisible();
    await expect(first.getByText(/ until you say why, or give the evidence/)).toBeVisible();
    await expect(lane).toHaveAttribute("aria-label", before);
    await expect(first.getByRole("button", { name: w("deals.board.ask.without") })).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(first).toBeHidden();
    const second = await skip();
    await second.getByRole("button", { name: w("deals.deviation.buyer-asked") }).click();
    await expect(page.getByText(new RegExp(`^${company}: `)).first()).toBeVisible();
  });

  await test.step("on its page the win asks for the rest, at once", async () => {
    await page.goto(deal);
    await expect(page.getByText(w("deals.deviation.buyer-asked")).first()).toBeVisible();
    await page.getByRole("button", { name: w("deals.deal.more") }).click();
    await page.getByRole("menuitem", { name: w("deals.deal.close") }).click();
    const dialog = page.getByRole("dialog", { name: w("deals.closing.title") });
    const outcome = w("deals.board.outcome.won");
    await dialog.getByRole("radio", { name: outcome }).click();
    const close = dialog.getByRole("button", { name: w("deals.closing.submit", { outcome }) });
    // Asked for before it is pressed.
    await expect(dialog.getByText(w("deals.closing.without"))).toBeVisible();
    await expect(close).toBeDisabled();
    await dialog.getByRole("button", { name: w("deals.leaving.tick") }).click();
    await expect(dialog.getByText(w("deals.closing.without"))).toBeHidden();
    await close.click();
    await expect(page.getByRole("heading", { name: outcome, exact: true })).toBeVisible();
  });
});
