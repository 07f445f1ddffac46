import { expect, signIn, speak, test } from "./support";

const WORDS = {
  en: {
    start: /^Start with Account plan/,
    add: "Add a step to Understand",
    publish: "Publish…",
    go: "Publish version 1",
    published: /^Version 1, published/,
  },
  nl: {
    start: /^Begin met Accountplan|^Start met Accountplan/,
    add: /Begrijpen/,
    publish: "Publiceren…",
    go: "Versie 1 publiceren",
    published: /^Versie 1, gepubliceerd/,
  },
} as const;

for (const locale of ["en"] as const) {
  test(`a manager goes from a template to a published version, ${locale}`, async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    const words = WORDS[locale];
    await signIn(page, "manager@haventec.example");
    await speak(page, locale, baseURL ?? "");
    await page.goto("/haventec/processes/new");
    await page.getByText("Consultative").first().click();
    await page
      .getByRole("button", { name: words.start })
      .or(page.getByRole("link", { name: words.start }))
      .first()
      .click();
    await page.waitForURL(/\/draft$/);
    await page.getByRole("button", { name: words.add }).click();
    await page.keyboard.type("Write the account on one page");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Write the account on one page").first()).toBeVisible();
    await expect(page.getByText(/1 error/).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(
      page
        .getByText("No errors, no hints")
        .or(page.getByText(/hints?$/))
        .first(),
    ).toBeVisible();
    await page.getByRole("button", { name: words.publish }).click();
    await page.getByRole("button", { name: words.go }).click();
    await expect(page.getByText(words.published).first()).toBeVisible();
  });
}
