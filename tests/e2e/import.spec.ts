import { expect, signIn, test, unique, words } from "./support";

const t = words("en");

/** As a Dutch spreadsheet saves it: semicolons, Windows-1252, day first, a comma before the cents. */
function csv(company: string): Buffer {
  const rows = [
    "Deal;Bedrijf;Fase;Bedrag;Eigenaar;Geopend op",
    `Trap in café;${company};Gesprek;€ 1.234,50;Eva de Wit;17-03-2025`,
    `Gevel;${company};Offerte;€ 22.000,00;Eva de Wit;04-05-2025`,
    `Luifel;${company};Gesprek;€ 980,25;Eva de Wit;17-03-2099`,
  ];
  // Of the characters in use only the euro sign lies elsewhere than in Latin-1.
  return Buffer.from(rows.join("\r\n").replaceAll("€", "\x80"), "latin1");
}

test("a file of deals is read, mapped, tried, imported and undone", async ({ page }) => {
  const company = unique("Daktuin");
  let board = "";
  const fileName = `${unique("deals")}.csv`;
  await signIn(page, "manager@haventec.example");

  await test.step("what was read", async () => {
    await page.goto("/haventec/settings/imports/new");
    const file = page.getByLabel(t("imports.start.drop"));
    await expect(file).toBeEnabled();
    await file.setInputFiles({ name: fileName, mimeType: "text/csv", buffer: csv(company) });
    const read = page.getByRole("table", { name: t("imports.reading.title") });
    for (const [property, reading] of [
      [t("imports.reading.encoding"), t("imports.reading.encodings.windows-1252")],
      [t("imports.reading.separator"), t("imports.reading.separators.semicolon")],
      [t("imports.reading.dates"), t("imports.reading.date.d-m-y")],
      [t("imports.reading.numbers"), t("imports.reading.number.comma")],
    ] as const) {
      await expect(read.getByRole("row").filter({ hasText: property }).first()).toContainText(reading);
    }
  });

  await test.step("where it goes", async () => {
    const columns = page.getByRole("table", { name: t("imports.mapping.column") });
    for (const [column, field] of [
      ["Deal", t("imports.field.title")],
      ["Bedrag", t("imports.field.amount")],
      ["Geopend op", t("imports.field.openedOn")],
    ] as const) {
      await expect(
        columns.getByRole("combobox", { name: t("imports.mapping.targetOf", { column }) }),
      ).toHaveText(field);
    }
    await page.getByRole("button", { name: t("imports.mapping.check") }).click();
  });

  await test.step("what a dry run says", async () => {
    await expect(
      page.getByRole("heading", { name: t("imports.check.title", { good: 2, bad: 1 }) }),
    ).toBeVisible();
    await expect(page.getByText("17-03-2099").last()).toBeVisible();
    await page.getByRole("button", { name: t("imports.check.apply", { count: 2 }) }).click();
  });

  await test.step("what came in", async () => {
    await expect(
      page.getByText(t("imports.apply.summary", { created: 2, updated: 0, same: 0, rejected: 1 })),
    ).toBeVisible();
    const here = page.url();
    await page.getByRole("link", { name: t("imports.apply.seeLink.deals") }).click();
    await page.waitForURL(/\/insights\/pipeline/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    board = `/haventec/deals?process=${new URL(page.url()).searchParams.get("process")}`;
    await page.goto(board);
    await expect(page.locator("[data-card]").filter({ hasText: company })).toHaveCount(2);
    await page.goto(here);
  });

  await test.step("and nothing of it once undone", async () => {
    await page.getByRole("button", { name: t("imports.apply.undo") }).click();
    await page.getByRole("button", { name: t("imports.apply.undoConfirm") }).click();
    await expect(
      page.getByText(t("imports.apply.undoneSummary", { removed: 2, restored: 0, kept: 0 })),
    ).toBeVisible();
    await page.goto(`/haventec/deals?view=list&q=${encodeURIComponent(company)}`);
    await expect(page.getByText(t("deals.list.none"))).toBeVisible();
  });
});
