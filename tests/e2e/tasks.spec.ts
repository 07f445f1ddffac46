import { expect, type Page, signIn, test, unique, words } from "./support";

const t = words("en");

/** Opens the line by its button and the keyboard, once the page's script listens. */
async function openLine(page: Page): Promise<void> {
  const line = page.getByRole("textbox", { name: t("tasks.add.label") });
  await expect(async () => {
    await page.getByRole("button", { name: t("tasks.today.addOwn") }).focus({ timeout: 1_000 });
    await page.keyboard.press("Enter");
    await expect(line).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

test("a rep keeps tasks by keys, gives one to a colleague, and sees it done", async ({ page, colleague }) => {
  const { keyboard } = page;
  const own = unique("Send the delivery list");
  const given = unique("Check the terms");
  const said = (on: Page, text: string) => expect(on.getByText(text).first()).toBeVisible();
  const taskIn = (on: Page, title: string) => on.getByRole("listitem").filter({ hasText: title });
  const box = (on: Page, title: string) => on.getByRole("checkbox", { name: t("tasks.row.done", { title }) });

  /** Ticks once the page's script listens: until then nothing is said, and a second press would take the first one back. */
  const tick = (on: Page, title: string, message: string) =>
    expect(async () => {
      // The box is called like the message that it is done.
      const told = on.getByRole("region", { name: "Notifications" }).getByText(message).first();
      if (!(await told.isVisible())) await box(on, title).click({ timeout: 1_000 });
      await expect(told).toBeVisible({ timeout: 6_000 });
    }).toPass();

  await signIn(page, "rep@haventec.example");

  await test.step("what is typed after the line was asked for is the task, and no key of the list", async () => {
    await openLine(page);
    const steps = await page.locator("[data-step]").count();
    await keyboard.type(`${own} friday`);
    await said(page, t("tasks.add.reads"));
    await keyboard.press("Enter");
    await expect(taskIn(page, own)).toContainText("Fri");
    await expect(taskIn(page, own)).not.toContainText("friday");
    expect(await page.locator("[data-step]").count()).toBe(steps);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    // Escape on the empty line leads back to the button.
    await expect(page.getByRole("textbox", { name: t("tasks.add.label") })).toHaveValue("");
    await keyboard.press("Escape");
    await expect(page.getByRole("button", { name: t("tasks.today.addOwn") })).toBeFocused();
    await keyboard.press("d");
    expect(await page.locator("[data-step]").count()).toBe(steps);
  });

  await test.step("ticked off, and on the list again", async () => {
    await box(page, own).focus();
    await keyboard.press("Space");
    await said(page, t("tasks.toast.done", { title: own }));
    await expect(box(page, own)).toHaveCount(0);
    await page
      .getByRole("button", { name: t("common.undo") })
      .first()
      .click();
    await expect(box(page, own)).not.toBeChecked();
  });

  let deal = "";
  await test.step("a task for a colleague, chosen from the list at the @", async () => {
    await page.locator("[data-open]").first().click();
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
    deal = page.url();
    const line = page.getByRole("textbox", { name: t("tasks.add.label") });
    const option = page.getByRole("option", { name: "Koen Maes" });
    await expect(async () => {
      await line.fill("");
      await line.pressSequentially(`${given} tomorrow @koe`);
      await expect(option).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await keyboard.press("Enter");
    await expect(option).toBeHidden();
    await keyboard.press("Enter");
    await expect(taskIn(page, given)).toContainText(t("tasks.row.for", { name: "Koen Maes" }));
    await expect(taskIn(page, given)).toContainText(t("tasks.due.tomorrow"));
  });

  await test.step("the colleague finds it in the inbox, opens the deal and does it", async () => {
    await signIn(colleague, "manager@haventec.example");
    await colleague.goto("/haventec/inbox");
    await colleague
      .getByRole("link", { name: t("inbox.kind.task-given", { who: "Eva de Wit", title: given }) })
      .click();
    await colleague.waitForURL(deal);
    await tick(colleague, given, t("tasks.toast.done", { title: given }));
    await colleague.goto("/haventec/inbox");
    const row = taskIn(colleague, given);
    await expect(row.getByRole("button", { name: t("inbox.markUnread") })).toBeVisible();
  });

  await test.step("the first sees it done, and takes that back", async () => {
    await page.reload();
    await page
      .locator("summary")
      .filter({ hasText: t("tasks.doneList", { count: 1 }) })
      .click();
    await expect(box(page, given)).toBeChecked();
    await tick(page, given, t("tasks.toast.reopened", { title: given }));
    await colleague.goto("/haventec/today");
    await expect(box(colleague, given)).not.toBeChecked();
  });
});
