import fs from "node:fs/promises";
import { expect, expectAccessible, signIn, test, unique, words } from "./support";

const t = words("en");

test("deals are ordered, filtered, taken out as a file, and changed many at once, by keyboard", async ({
  page,
}) => {
  test.slow();
  const { keyboard } = page;
  const rows = page.locator("tbody tr");
  const amounts = async () =>
    (await rows.locator("td:nth-child(3)").allInnerTexts()).map((text) => Number(text.replace(/\D/g, "")));
  await signIn(page, "manager@haventec.example");

  await test.step("by amount, and the other way round", async () => {
    await page.goto("/haventec/deals?view=list");
    const head = page.getByRole("columnheader", { name: t("deals.fields.amount") });
    await head.getByRole("link").focus();
    await keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expect(page).toHaveURL(/sort=-amount/);
    const down = await amounts();
    expect(down.length).toBeGreaterThan(5);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    // The focus stays on the head, so that pressing it again turns the order round.
    await expect(head.getByRole("link")).toBeFocused();
    await keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "ascending");
  });

  await test.step("only the large ones, said in the address", async () => {
    await page.getByRole("button", { name: t("deals.filter.more") }).focus();
    await keyboard.press("Enter");
    await page.getByLabel(t("deals.filter.amountFrom", { currency: "EUR" })).focus();
    await keyboard.type("20k");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/from=2000000/);
    const chip = page.getByRole("button", { name: t("deals.filter.without", { filter: "≥ €20,000" }) });
    await expect(chip).toBeVisible();
    await expect.poll(async () => Math.min(...(await amounts()))).toBeGreaterThanOrEqual(20_000);
    await expectAccessible(page);
  });

  await test.step("a file of exactly these", async () => {
    const link = page.getByRole("link", { name: /CSV/ });
    const count = Number(/[\d,]+/.exec((await link.textContent()) ?? "")?.[0].replace(",", ""));
    const coming = page.waitForEvent("download");
    await link.focus();
    await keyboard.press("Enter");
    const file = await (await coming).path();
    const lines = (await fs.readFile(file, "utf8")).trimEnd().split("\r\n");
    expect(lines[0]).toContain("ID,Title,Company,Owner");
    expect(lines.length - 1).toBe(count);
  });

  await test.step("three given to one person, and back", async () => {
    const boxes = rows.getByRole("checkbox");
    const owners = async () => (await rows.locator("td:last-child").allInnerTexts()).slice(0, 3);
    const before = await owners();
    await boxes.nth(0).focus();
    await keyboard.press("Space");
    await boxes.nth(2).focus();
    await keyboard.press("Shift+Space");
    await expect(page.getByText(t("deals.many.ticked", { count: 3 }))).toBeVisible();
    await page.getByRole("button", { name: t("deals.many.owner"), exact: true }).focus();
    await keyboard.press("Enter");
    const field = page.getByRole("dialog").getByRole("combobox");
    await field.focus();
    await keyboard.type("Koen");
    await page.getByRole("option", { name: "Koen Maes" }).waitFor();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(field).toHaveValue("Koen Maes");
    await page.getByRole("button", { name: t("deals.many.give") }).focus();
    await keyboard.press("Enter");
    await expect(
      page.getByText(t("deals.many.did.owner", { count: 3, name: "Koen Maes" })).first(),
    ).toBeVisible();
    await expect.poll(owners).toEqual(["Koen Maes", "Koen Maes", "Koen Maes"]);
    await keyboard.press("z");
    await expect.poll(owners).toEqual(before);
  });

  await test.step("kept as a view, opened again, and taken away", async () => {
    const name = unique("Large ones");
    await page.getByRole("button", { name: t("deals.views.title"), exact: true }).focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name: t("deals.views.saveAs") }).press("Enter");
    await page.getByLabel(t("deals.views.name")).fill(name);
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/saved=/);
    await page.goto("/haventec/deals");
    await page.getByRole("button", { name: t("deals.views.title"), exact: true }).focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name }).press("Enter");
    await expect(page).toHaveURL(/from=2000000.*sort=amount.*saved=/);
    await page.getByRole("button", { name }).focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name: t("deals.views.remove", { name }) }).press("Enter");
    await expect(page.getByText(t("deals.views.removed", { name })).first()).toBeVisible();
    await expect(page).not.toHaveURL(/saved=/);
  });
});
