import { expect, signIn, test, words } from "./support";

const t = words("en");

test("a number of the pipeline opens exactly its deals", async ({ page }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/insights/pipeline");
  const figure = page.getByRole("button", { name: new RegExp(`^${t("insights.figure.open")}: `) }).first();
  const count = Number(/: ([\d,]+) /.exec((await figure.textContent()) ?? "")?.[1]?.replace(",", ""));
  expect(count).toBeGreaterThan(0);
  await figure.click();

  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(t("insights.deals", { count }));
  const lines = sheet.getByRole("listitem").filter({ has: page.getByRole("link") });
  await expect(lines.first()).toBeVisible();
  const shown = await lines.count();
  if (count > shown) await expect(sheet).toContainText(t("insights.sheet.more", { count: count - shown }));
  else expect(shown).toBe(count);

  await sheet.getByRole("link", { name: t("insights.sheet.all", { count }) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(t("insights.deals", { count }));
  const deals = new Set<string>();
  const rows = page.getByRole("table", { name: t("insights.list.label") }).locator("tbody a");
  for (;;) {
    for (const row of await rows.all()) deals.add((await row.getAttribute("href")) ?? "");
    const next = page.getByRole("link", { name: t("insights.list.next") });
    if ((await next.count()) === 0) break;
    const first = await rows.first().getAttribute("href");
    await next.click();
    await expect(rows.first()).not.toHaveAttribute("href", first ?? "");
  }
  expect(deals.size).toBe(count);
});

test("a gate of maturity opens the rows behind it", async ({ page }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/maturity");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/level \d/);
  await page.getByRole("link", { name: "New business, consultative" }).click();
  await page.getByRole("button", { name: t("maturity.gate.on-process") }).click();
  const sheet = page.getByRole("dialog", { name: t("maturity.gate.on-process") });
  await expect(sheet.getByRole("listitem").first()).toContainText(
    new RegExp(`${t("maturity.rows.counts")}|${t("maturity.rows.notYet")}`),
  );
  await page.goBack();
  await expect(sheet).toBeHidden();
});

test("an ended session is refused on the next request", async ({ page, context }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/deals");
  await context.clearCookies({ name: "next-auth.session-token" });
  await page.goto("/haventec/maturity");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
