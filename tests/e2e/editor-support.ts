import { expect, type Page, words } from "./support";

const t = words("en");

/** A new process with these stages, open in its editor in English; gives its address. */
export async function draftOf(page: Page, org: string, name: string, stages: string[]): Promise<string> {
  await page.goto(`/${org}/processes/new`);
  await page.getByLabel(t("processes.new.ownName")).fill(name);
  await page.getByLabel(t("processes.new.ownStages"), { exact: true }).fill(stages.join(", "));
  await page.getByRole("button", { name: t("processes.new.ownStart") }).click();
  await page.waitForURL(/\/draft$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return page.url();
}

/** Pastes text into what has the focus, as a person would. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

/** The line in which steps are typed. */
export const lineOf = (page: Page) => page.getByRole("textbox", { name: t("processes.line.label") });

/** Puts the focus on that line, at the end of a stage. */
export async function typeIn(page: Page, stage: string): Promise<void> {
  await page
    .getByRole("button", { name: t("processes.editor.addStepIn", { name: stage }), exact: true })
    .click();
  await expect(lineOf(page)).toBeFocused();
}

/** The row of a step; the stage and the card have buttons of their own. */
export const stepOf = (page: Page, name: string) =>
  page.locator("button[id^=step-]").filter({ has: page.getByText(name, { exact: true }) });

/** Waits until the editor says that everything is with the server. */
export const saved = (page: Page) =>
  expect(page.getByText(new RegExp(t("processes.editor.saved", { time: "\\d\\d:\\d\\d" })))).toBeVisible();
