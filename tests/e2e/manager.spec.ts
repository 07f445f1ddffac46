import { expect, expectAccessible, idOf, signIn, test, unique, words } from "./support";

for (const [language, org] of [
  ["en", "haventec"],
  ["nl", "lichtpunt"],
] as const) {
  test(`a manager makes a process from a template, publishes, changes and publishes again, ${language}`, async ({
    page,
  }) => {
    const t = words(language);
    const process = unique(language === "en" ? "Repeat orders" : "Herhaalorders");
    const step = language === "en" ? "Ask what changed since" : "Vraag wat er veranderde";
    const stage = language === "en" ? "Heard them out" : "Uitgehoord";

    await test.step("from a template", async () => {
      await page.emulateMedia({ colorScheme: language === "en" ? "light" : "dark", reducedMotion: "reduce" });
      await signIn(page, `manager@${org}.example`);
      await page.goto(`/${org}/processes`);
      await page.getByRole("link", { name: t("processes.list.new") }).click();
      await page.getByRole("radio", { name: t("processes.new.short") }).check();
      await page
        .getByRole("button", { name: t("processes.new.startFor", { name: "" }) })
        .first()
        .click();
      await page.waitForURL(/\/draft$/);
      await page.getByRole("button", { name: t("processes.map.more") }).click();
      await page.getByRole("menuitem", { name: t("processes.editor.rename") }).click();
      await page.getByLabel(t("processes.editor.processName")).fill(process);
      await page.getByLabel(t("processes.editor.processName")).press("Enter");
      await expect(page.getByRole("heading", { level: 1, name: process })).toBeVisible();
    });
    const id = idOf(page.url());

    await test.step("a step typed, and the check that leads to what it lacks", async () => {
      await page
        .getByRole("button", { name: t("processes.editor.addStepIn", { name: "" }) })
        .first()
        .click();
      const line = page.getByRole("textbox", { name: t("processes.line.label") });
      await expect(line).toBeFocused();
      await line.fill(step);
      await line.press("Enter");
      await expect(line).toHaveValue("");

      await page.getByRole("button", { name: t("processes.editor.errors", { count: 1 }) }).click();
      await page.getByRole("button", { name: t("processes.problems.step-no-owner") }).click();
      const card = page.getByRole("complementary", { name: step });
      await expect(card.getByLabel(t("processes.panel.who"))).toBeFocused();
      // The rail makes room for the card on a window that is too narrow for both.
      const rail = page.getByRole("banner");
      await expect.poll(async () => (await rail.boundingBox())?.width).toBe(56);
      await card.getByLabel(t("processes.panel.who")).selectOption(t("processes.owner.deal"));
      await card.getByRole("radio", { name: t("processes.importance.key") }).click();

      await page.getByRole("button", { name: t("processes.editor.publish") }).click();
      await expect(card.getByRole("button", { name: t("processes.panel.setWindow") })).toBeFocused();
      await card.getByRole("button", { name: t("processes.panel.setWindow") }).click();
      await card.getByLabel(t("processes.panel.latest")).fill("5");
      await card.getByLabel(t("processes.panel.latest")).press("Enter");
      await expect(
        page.getByRole("button", { name: t("processes.editor.errors", { count: 1 }) }),
      ).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step("version 1", async () => {
      await page.getByRole("button", { name: t("processes.editor.publish") }).click();
      await page.getByRole("button", { name: t("processes.publish.go", { number: 1 }) }).click();
      await page.waitForURL(new RegExp(`/processes/${id}$`));
      await expect(page.getByRole("heading", { level: 1, name: process })).toBeVisible();
      await expect(page.getByText(step).last()).toBeVisible();
    });

    await test.step("on one sheet of paper", async () => {
      await page.goto(`/${org}/processes/${id}/print`);
      await expect(page.getByRole("heading", { level: 1, name: process })).toBeVisible();
      await expect(page.getByText(step)).toBeVisible();
      const sheet = await page.pdf({ preferCSSPageSize: true });
      expect(sheet.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    });

    const deal = await test.step("a deal starts on it", async () => {
      await page.goto(`/${org}/deals/new?process=${id}`);
      await page.getByLabel(t("deals.fields.title"), { exact: true }).fill(unique("Crane parts"));
      await page.getByRole("button", { name: t("deals.form.create") }).click();
      await page.waitForURL((url) => /\/deals\/[0-9a-f-]{36}$/.test(url.pathname));
      return page.url();
    });

    await test.step("version 2, with why and what is expected", async () => {
      await page.goto(`/${org}/processes/${id}`);
      await page.getByRole("button", { name: t("processes.map.startDraft") }).click();
      await page.waitForURL(/\/draft$/);
      await page.getByRole("heading", { level: 2 }).first().getByRole("button").press("F2");
      await page.getByRole("textbox", { name: t("processes.panel.name"), exact: true }).fill(stage);
      await page.getByRole("textbox", { name: t("processes.panel.name"), exact: true }).press("Enter");
      await page.getByRole("button", { name: t("processes.editor.publish") }).click();
      await page.waitForURL(/\/publish$/);
      const main = page.getByRole("main");
      await expect(main).toContainText(t("processes.publish.going", { going: 0, staying: 1, free: 1 }));
      await expect(main).toContainText(t("processes.change.renamed"));
      await page.getByRole("button", { name: t("processes.publish.go", { number: 2 }) }).click();
      await expect(page.getByText(t("refusals.why-needed"))).toBeVisible();
      await page.getByLabel(t("processes.publish.why")).fill("Koen: they ask for it");
      await page.getByLabel(t("processes.publish.metric")).selectOption(t("processes.metric.cycle-days"));
      await page.getByLabel(t("processes.publish.size")).fill("4");
      await expectAccessible(page);
      await page.getByRole("button", { name: t("processes.publish.go", { number: 2 }) }).click();
      await page.waitForURL(new RegExp(`/processes/${id}$`));
    });

    await test.step("the versions say what changed, and the deal stays on its own", async () => {
      await page.getByRole("link", { name: t("processes.map.versions") }).click();
      const second = page.getByRole("listitem").filter({
        has: page.getByRole("heading", { name: t("processes.version", { number: 2 }) }),
      });
      await expect(second).toContainText("Koen: they ask for it");
      await expect(second).toContainText(
        t("processes.hypothesis.sized", {
          metric: t("processes.metric.cycle-days"),
          direction: t("processes.direction.cycle-days.down"),
          size: 4,
          unit: t("processes.metricUnit.cycle-days"),
        }),
      );
      await expect(second).toContainText(stage);
      await expect(second).toContainText(t("processes.change.renamed"));

      await page.goto(deal);
      await expect(page.getByRole("navigation", { name: t("common.breadcrumb") })).toContainText(
        t("deals.deal.version", { process, number: 1 }),
      );
    });
  });
}

test("a manager finds a process in the library and puts two side by side, nl", async ({ page }) => {
  const t = words("nl");
  const library = "/lichtpunt/processes";
  const choice = page.getByRole("combobox", { name: t("processes.compare.right") });
  const empty = page.getByRole("heading", { name: t("processes.compare.chooseTitle") });
  await signIn(page, "manager@lichtpunt.example");

  await page.goto(`${library}?q=Aanvragen&state=published`);
  await expect(page.getByText(t("processes.library.found", { count: 1 }))).toBeVisible();
  const [name = ""] = await page.getByRole("article").getByRole("heading").allTextContents();
  await page.getByRole("searchbox").fill("zzz");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: t("processes.library.nothing") })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("checkbox", { name: `${t("processes.compare.pickOne")} ${name}` }).click();
  await expect(page.getByText(t("processes.compare.oneMore", { name }))).toBeVisible();
  await page.getByRole("heading", { name }).getByRole("link").click();
  await page.waitForURL(/[0-9a-f]{12}$/);
  const id = idOf(page.url());

  await page.goto(`${library}/compare?left=${id}`);
  await expect(empty).toBeVisible();
  // A page that came straight from the server hears a choice only once its script runs.
  await expect(async () => {
    await choice.selectOption(id);
    await expect(page.getByText(t("processes.compare.itself"))).toBeVisible({ timeout: 2_000 });
  }).toPass();
  // Steps and criteria, left and right: nothing is only on one side.
  await expect(page.getByText(t("processes.compare.only.steps", { name, count: 0 }))).toHaveCount(4);
  await expectAccessible(page);
  await page.goBack();
  await expect(empty).toBeVisible();
});
