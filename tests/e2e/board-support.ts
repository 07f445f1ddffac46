import { expect, type Locator, type Page, unique, words } from "./support";

const t = words("en");

/** Opens a deal as the rep who is signed in; gives its company, by which its card is known, and its page. */
export async function newDeal(page: Page, name: string): Promise<{ company: string; url: string }> {
  const company = unique(name);
  await page.goto("/haventec/deals/new");
  await page.getByRole("combobox", { name: t("deals.fields.company") }).fill(company);
  await page.getByRole("option", { name: company }).click();
  await page.getByLabel(t("deals.fields.title"), { exact: true }).fill("Pilot");
  await page.getByRole("button", { name: t("deals.form.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${company}, Pilot` })).toBeVisible();
  return { company, url: page.url() };
}

export const cardOf = (page: Page, company: string): Locator =>
  page.locator("[data-card]").filter({ hasText: company });

/** Takes a card in the hand and holds it over something; letting go is the mouse's `up`. */
export async function dragOver(page: Page, card: Locator, over: () => Locator): Promise<void> {
  await card.scrollIntoViewIfNeeded();
  await card.hover();
  const { mouse } = page;
  const from = await card.boundingBox();
  if (!from) throw new Error("the card is not drawn");
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(start.x + 12, start.y + 6, { steps: 4 });
  await expect(page.locator('[data-outcome="lost"]')).toBeVisible();
  const to = await over().boundingBox();
  if (!to) throw new Error("there is nothing to drop it on");
  await mouse.move(to.x + to.width / 2, to.y + Math.min(60, to.height / 2), { steps: 8 });
}
