import { expect, signIn, test, unique, words } from "./support";

const t = words("en");

test("a rep finds a deal on the board and logs what happened @phone", async ({ page }) => {
  const note = unique("Shown the yard");
  await signIn(page, "rep@haventec.example");
  await page.goto("/haventec/deals");
  await page.getByRole("button", { name: t("deals.filter.filters"), exact: true }).tap();
  const filters = page.getByRole("dialog", { name: t("deals.filter.filters") });
  await filters
    .getByLabel(t("deals.filter.owner"), { exact: true })
    .selectOption({ label: t("deals.filter.mine") });
  await filters.getByRole("button", { name: t("deals.filter.apply"), exact: true }).tap();
  await page.waitForURL(/owner=/);
  await expect(page.getByRole("button", { name: t("deals.filter.filtersOn", { count: 1 }) })).toBeVisible();
  const stages = page.getByRole("navigation", { name: t("deals.board.stages") }).getByRole("button");
  await stages.nth(1).tap();
  await expect(stages.nth(1)).toHaveAttribute("aria-pressed", "true");
  await page.locator("[data-card]").first().getByRole("link").tap();
  await page.waitForURL((url) => /\/deals\/[0-9a-f-]{36}$/.test(url.pathname));
  await page
    .getByRole("button", { name: t("deals.deal.log") })
    .first()
    .tap();
  const dialog = page.getByRole("dialog", { name: t("deals.log.title") });
  await dialog.getByRole("button", { name: t("deals.log.kind.visit") }).tap();
  await dialog.getByLabel(t("deals.log.note")).fill(note);
  await dialog.getByRole("button", { name: t("deals.log.save") }).tap();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(note)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("no page is wider than a phone @phone", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "manager@lichtpunt.example");
  for (const path of [
    "today",
    "today/tidy-up",
    "deals",
    "deals?view=list",
    "deals/new",
    "log",
    "companies",
    "processes",
    "processes/new",
    "insights/pipeline",
    "maturity",
    "settings",
    "settings/members",
    "settings/roles",
    "settings/imports",
    "settings/imports/new",
    "settings/profile",
  ]) {
    await page.goto(`/lichtpunt/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});

test("it can be put on the home screen, and opens there without a connection @phone", async ({
  page,
  context,
  said,
}) => {
  await page.goto("/sign-in");
  const link = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(link ?? "")).json();
  expect(manifest).toMatchObject({
    name: "Koers",
    short_name: "Koers",
    start_url: "/",
    display: "standalone",
  });
  // What a browser asks for: one small, one large, and one that may be cut to any shape; each as large as it says.
  const asked = [];
  for (const { src, sizes, type, purpose = "any" } of manifest.icons) {
    const answer = await page.request.get(src);
    expect(answer.headers()["content-type"], src).toBe(type);
    const png = await answer.body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    asked.push(`${sizes} ${purpose}`);
  }
  expect(asked).toEqual(["192x192 any", "512x512 any", "512x512 maskable"]);

  await signIn(page, "rep@haventec.example");
  await page.goto("/haventec/log");
  await page.waitForFunction(async () => Boolean(await caches.match("/koers-shell-stamp")));
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A test's browser keeps nothing of anybody, as a private window does not.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual(
    [],
  );

  await context.setOffline(true);
  for (const path of [manifest.start_url, "/haventec/today"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/haventec\/log$/);
    await expect(page.getByRole("button", { name: t("deals.log.kind.call"), exact: true })).toBeVisible();
  }
  await context.setOffline(false);
  const other = said.filter((text) => !/net::ERR_|Failed to fetch|Load failed/.test(text));
  said.splice(0, said.length, ...other);
});
