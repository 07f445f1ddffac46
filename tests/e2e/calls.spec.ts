import { expect, expectAccessible, signIn, test, unique, words } from "./support";

const t = words("nl");

test("a rep plans a talk from Today, reads its plan and writes down what came of it in three taps @phone", async ({
  page,
}) => {
  const goal = unique("Weten wie er beslist");
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  /** The day and time of two hours ago in Amsterdam, as the fields take them. */
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Amsterdam",
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(Date.now() - 2 * 60 * 60 * 1000)
    .split(" ");
  await signIn(page, "rep@lichtpunt.example");

  await test.step("on a deal, with what the register knows already", async () => {
    await page.goto("/lichtpunt/today");
    await page.locator("[data-open]").first().tap();
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
    await page
      .getByRole("link", { name: t("calls.planOne"), exact: true })
      .last()
      .tap();
    await expect(page.getByRole("heading", { level: 1, name: t("calls.new") })).toBeVisible();
    await expect(page.getByText(t("calls.form.suggested"))).toBeVisible();
    await expect(page.getByLabel(t("calls.form.questions"))).not.toBeEmpty();
    await page.getByLabel(t("calls.form.goal")).fill(goal);
    await page.reload();
    await expect(page.getByLabel(t("calls.form.goal"))).toHaveValue(goal);
    await page.getByLabel(t("calls.form.day"), { exact: true }).fill(day);
    await page.getByLabel(t("calls.form.time"), { exact: true }).fill(time);
    await page.getByLabel(t("calls.form.questions")).fill("Wie nog meer?\nWaarom nu?");
    await expectAccessible(page);
    expect(await wide()).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: t("calls.form.submit") }).tap();
    await expect(page.getByRole("heading", { level: 1, name: goal })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Waarom nu?" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("Today asks how it went: a tap, the result, and down it is", async () => {
    await page.goto("/lichtpunt/today");
    const row = page.getByRole("listitem").filter({ hasText: goal });
    await row.getByRole("link", { name: t("calls.today.ask") }).tap();
    await page.getByRole("radio", { name: t("calls.debrief.partly") }).tap();
    await page.getByRole("button", { name: t("calls.debrief.submit") }).tap();
    await expect(page.getByText(t("calls.result.partly"))).toBeVisible();
    expect(await wide()).toBeLessThanOrEqual(0);
  });

  await test.step("it is taken back, and was not held after all", async () => {
    await page.getByRole("button", { name: t("common.undo") }).tap();
    await expect(page.getByRole("button", { name: t("calls.debrief.submit") })).toBeVisible();
    await page.getByRole("button", { name: t("calls.notHeld.notHeld") }).tap();
    await page.getByRole("radio", { name: t("calls.notHeld.reasons.no-show") }).tap();
    await page.getByRole("button", { name: t("calls.notHeld.notHeld") }).tap();
    const said = t("calls.notHeld.said", { reason: t("calls.notHeld.reasons.no-show") });
    await expect(page.getByText(said)).toBeVisible();
    await page.reload();
    await expect(page.getByText(said)).toBeVisible();
    await expectAccessible(page);
    await page.goto("/lichtpunt/today");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: goal })).toHaveCount(0);
  });
});
