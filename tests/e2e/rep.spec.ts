import { expect, signIn, test } from "./support";

test("a rep puts a deal on the board, works on it, closes and reopens it", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "rep@haventec.example");
  await page.goto("/haventec/deals/new");
  const title = `Pilot plant ${Date.now()}`;
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Amount", { exact: true }).fill("12k");
  await page.getByRole("button", { name: "Create deal" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/new"));
  await page.goto(`/haventec/deals?view=list&q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByText("€12,000").first()).toBeVisible();

  const next = page.getByText("Next best step").locator("xpath=ancestor::section[1]");
  await expect(page.getByText("Next best step")).toBeVisible();
  await page.getByRole("button", { name: /^Done/ }).first().click();
  await expect(page.getByText(/^Done: /).first()).toBeVisible();
  await expect(next.or(page.getByText("Next best step"))).toBeVisible();

  await page.getByRole("button", { name: /^Move/ }).first().click();
  await page.getByRole("menuitem", { name: /First meeting/ }).click();
  await expect(page.getByText("Target → First meeting").first()).toBeVisible();

  await page.getByRole("button", { name: "More for this deal" }).click();
  await page.getByRole("menuitem", { name: "Close the deal" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Lost", { exact: true }).click();
  await dialog.getByText("Price", { exact: true }).click();
  await dialog.getByRole("button", { name: /^Close: / }).click();
  await expect(page.getByText("Closed: Lost").first()).toBeVisible();
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByText("You are here").first()).toBeVisible();
});
