import { choose, expect, expectAccessible, signIn, test, unique, words } from "./support";

const t = words("nl");

test("a rep writes down who decides, finds a company twice, merges it, and takes that back", async ({
  page,
}) => {
  const company = unique("Kadewerken");
  const twin = company.replace("Kadewerken", "Kadewerkem");
  const title = "Sluisdeur";

  await test.step("two companies of nearly one name: the second one warns", async () => {
    await signIn(page, "rep@lichtpunt.example");
    for (const name of [company, twin]) {
      await page.goto("/lichtpunt/companies");
      await page.getByRole("button", { name: t("deals.companies.new") }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("deals.companies.name")).fill(name);
      if (name === twin) await expect(dialog.getByText(t("deals.companies.similar"))).toBeVisible();
      await dialog.getByRole("button", { name: t("common.save") }).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    }
  });
  const merged = page.url();

  await test.step("a deal with the second one, and who decides there, by keyboard", async () => {
    await page.getByRole("link", { name: t("deals.companies.newDeal") }).click();
    await page.getByLabel(t("deals.fields.title"), { exact: true }).fill(title);
    await page.getByRole("button", { name: t("deals.form.create") }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${twin}, ${title}` })).toBeVisible();
    const people = page
      .locator("section", { has: page.getByRole("heading", { name: t("buying.title") }) })
      .last();
    await people.getByRole("button", { name: t("buying.add"), exact: true }).press("Enter");
    await people.getByRole("combobox", { name: t("buying.who") }).fill("Eva 🦊 Jansen, CFO");
    await page.getByRole("option", { name: "Eva 🦊 Jansen, CFO" }).click();
    await choose(people.getByRole("combobox", { name: t("buying.role") }), t("buying.roles.champion"));
    await people
      .getByRole("button", { name: t("common.add"), exact: true })
      .first()
      .click();
    await expect(people.getByRole("link", { name: "Eva 🦊 Jansen" })).toBeVisible();
    await expect(people.getByText(t("buying.nobodyDecides"))).toBeVisible();
    await people.getByRole("button", { name: t("buying.edit", { name: "Eva 🦊 Jansen" }) }).click();
    await choose(people.getByRole("combobox", { name: t("buying.role") }), t("buying.roles.decision-maker"));
    await choose(people.getByRole("combobox", { name: t("buying.stance") }), t("buying.stances.for"));
    await people.getByRole("button", { name: t("common.save") }).click();
    await expect(people.getByText(t("buying.nobodyDecides"))).toBeHidden();
    await expectAccessible(page);
    await people.getByRole("link", { name: "Eva 🦊 Jansen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Eva 🦊 Jansen" })).toBeVisible();
    await expect(page.getByText(t("buying.roles.decision-maker"))).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the pair is in the list, and becomes one", async () => {
    await page.goto("/lichtpunt/companies");
    await page.getByRole("link", { name: t("buying.duplicates.link") }).click();
    await page
      .getByRole("listitem")
      .filter({ hasText: company })
      .getByRole("button", { name: /samenvoegen$/ })
      .click();
    const dialog = page.getByRole("dialog", { name: t("buying.merge.title") });
    await dialog.getByRole("radio", { name: company }).first().click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t("buying.merge.do"), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("listitem").filter({ hasText: company })).toHaveCount(0);
  });

  await test.step("the old address leads to the one that stayed, with the deal and the person", async () => {
    await page.goto(merged);
    await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await expect(page.getByRole("link", { name: "Eva 🦊 Jansen" })).toBeVisible();
    await page.getByRole("button", { name: t("buying.merge.undoName", { name: twin }) }).click();
    await expect(page.getByText(t("buying.merge.undone", { name: twin })).first()).toBeVisible();
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
    await page.goto(merged);
    await expect(page.getByRole("heading", { level: 1, name: twin })).toBeVisible();
    await expect(page.getByRole("link", { name: title })).toBeVisible();
  });
});
