import { cardOf, dragOver, newDeal } from "./board-support";
import { expect, expectAccessible, type Locator, signIn, test, words } from "./support";

const t = words("en");

/** What of a stage a lane holds, with all of its cards. */
async function opened(cell: Locator): Promise<Locator> {
  await expect(cell.locator("[data-card]").first()).toBeVisible();
  const more = cell.getByRole("button", { name: /more$/ });
  if (await more.count()) await more.click();
  await expect(more).toHaveCount(0);
  return cell;
}

test("the board in lanes: a card moves along its own, a lane folds away, and the address says it all", async ({
  page,
}) => {
  test.slow();
  await signIn(page, "rep@haventec.example");
  const { company } = await newDeal(page, "In lanes");
  await page.goto("/haventec/deals");
  await page.getByRole("combobox", { name: t("deals.lanes.label") }).click();
  await page.getByRole("option", { name: t("deals.lanes.by.owner") }).click();
  await expect(page).toHaveURL(/group=owner/);

  const heads = page.locator("[data-lane-head]");
  const head = heads.first();
  await expect(head).toContainText(t("deals.lanes.mine", { name: "" }).trim());
  const lane = (await head.getAttribute("data-lane-head")) ?? "";
  const cells = page.locator(`[data-lane="${lane}"]`);
  const card = cardOf(page, company);
  const home = await opened(cells.first());
  await expect(home.locator(card)).toBeVisible();
  await expectAccessible(page);

  await test.step("by key to the next stage, in the same lane", async () => {
    await card.getByRole("link").focus();
    await page.keyboard.press("m");
    await expect(page.getByRole("menu", { name: t("deals.board.moveTo") })).toBeVisible();
    await page.keyboard.press("2");
    await expect(cells.nth(1).locator(card)).toBeVisible();
    await page.reload();
    await opened(cells.nth(1));
    await expect(cells.nth(1).locator(card)).toBeVisible();
  });

  await test.step("dropped in the lane of somebody else it stays where it was", async () => {
    const other = (await heads.nth(1).getAttribute("data-lane-head")) ?? "";
    const theirs = page.locator(`[data-lane="${other}"]`).nth(1);
    await dragOver(page, card, () => theirs);
    await expect(theirs).toHaveCSS("opacity", "0.5");
    await page.mouse.up();
    await expect(theirs).toHaveCSS("opacity", "1");
    await expect(cells.nth(1).locator(card)).toBeVisible();
  });

  await test.step("dropped in another stage of its lane it moves", async () => {
    await dragOver(page, card, () => cells.first());
    await page.mouse.up();
    await expect(cells.first().locator(card)).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("folded away it stays so on this device", async () => {
    await head.click();
    await expect(cells).toHaveCount(0);
    await page.reload();
    await expect(head).toHaveAttribute("aria-expanded", "false");
    await expect(cells).toHaveCount(0);
    // Its cards were not read with the page, and come when it is opened.
    await head.click();
    await expect(cells.locator("[data-card]").first()).toBeVisible();
  });

  await test.step("the role that the board is filtered by is that of the list, too", async () => {
    await page.getByRole("combobox", { name: t("deals.filter.role") }).click();
    await page.getByRole("option").nth(1).click();
    await expect(page).toHaveURL(/role=[0-9a-f-]{36}/);
    await expect(page).toHaveURL(/group=owner/);
    await page.getByRole("link", { name: t("deals.filter.list"), exact: true }).click();
    await expect(page).toHaveURL(/view=list/);
    await expect(page).toHaveURL(/role=[0-9a-f-]{36}/);
    await expect(page.getByRole("combobox", { name: t("deals.filter.role") })).not.toHaveText(
      t("deals.filter.anyRole"),
    );
    await page.getByRole("link", { name: t("deals.filter.board"), exact: true }).click();
    await expect(heads.first()).toBeVisible();
    await expect(page).toHaveURL(/group=owner/);
  });
});
