import fs from "node:fs";
import { draftOf, lineOf, paste, saved, stepOf, typeIn } from "./editor-support";
import { expect, idOf, type Page, signIn, test, unique, words } from "./support";

const t = words("en");
const ORG = "haventec";
const LONG = `${"A page that was pasted by mistake ".repeat(400).slice(0, 9_999)}.`;
const tooLong = (limit: number) => t("processes.editor.tooLong", { length: LONG.length, limit });

const stageButton = (page: Page, name: string) =>
  page.getByRole("heading", { level: 2, name, exact: true }).getByRole("button");

/** Adds a step at the end of a stage. */
async function addStep(page: Page, stage: string, name: string): Promise<void> {
  await typeIn(page, stage);
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(stepOf(page, name)).toBeVisible();
}

/** The browser reports each request that found no connection, and React what a boundary caught: those we cut are no fault of the page. */
const forgive = (said: string[]) =>
  said.splice(
    0,
    said.length,
    ...said.filter(
      (line) => !/net::ERR_(FAILED|INTERNET_DISCONNECTED)|a part of the page could not be fetched/.test(line),
    ),
  );

test.beforeEach(({ page }) => signIn(page, `manager@${ORG}.example`));

test("ten thousand pasted characters: a message says how many fit, and none is lost", async ({ page }) => {
  await draftOf(page, ORG, unique("Paste"), ["Lead", "Offer"]);

  await test.step("into a name in its own place", async () => {
    await stageButton(page, "Lead").press("F2");
    const name = page.getByRole("textbox", { name: t("processes.panel.name"), exact: true });
    await paste(page, LONG);
    await expect(name).toHaveValue(LONG);
    await expect(page.getByText(tooLong(200))).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(name).toHaveValue(LONG);
    await name.press("Escape");
    await expect(stageButton(page, "Lead")).toBeVisible();
  });

  await test.step("into the line of steps", async () => {
    await typeIn(page, "Lead");
    await paste(page, LONG);
    await expect(page.getByText(tooLong(200))).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(lineOf(page)).toHaveValue(LONG);
    await lineOf(page).fill("Call");
    await page.keyboard.press("Enter");
    await expect(stepOf(page, "Call")).toBeVisible();
  });

  await test.step("into the line of stages", async () => {
    await page.getByRole("button", { name: t("processes.editor.addStage"), exact: true }).click();
    const line = page.getByRole("textbox", { name: t("processes.editor.addStage"), exact: true });
    await paste(page, LONG);
    await page.keyboard.press("Enter");
    await expect(page.getByText(tooLong(200))).toBeVisible();
    await expect(line).toHaveValue(LONG);
    await page.keyboard.press("Escape");
  });

  await test.step("into a card that is closed over it: the text is handed back, also after a reload", async () => {
    await stepOf(page, "Call").click();
    const card = page.getByRole("complementary", { name: "Call" });
    await card.getByLabel(t("processes.panel.name"), { exact: true }).fill(LONG);
    await expect(card.getByText(tooLong(200))).toBeVisible();
    await card.getByRole("button", { name: t("processes.editor.closePanel") }).click();
    const notice = page
      .getByRole("alert")
      .filter({ hasText: t("processes.editor.refusedTitle", { count: 1 }) });
    await expect(notice.getByText(LONG)).toBeVisible();
    await page.reload();
    await notice.getByRole("button", { name: t("processes.editor.copyTyped") }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LONG);
    await notice.getByRole("button", { name: t("processes.editor.dismiss") }).click();
    await expect(notice).toHaveCount(0);
  });

  await test.step("into a text that may be long: all of it is kept", async () => {
    await stepOf(page, "Call").click();
    const howTo = page.getByLabel(t("processes.panel.howTo"));
    await howTo.focus();
    await paste(page, LONG);
    await howTo.blur();
    await saved(page);
    await page.reload();
    await stepOf(page, "Call").click();
    await expect(howTo).toHaveValue(LONG);
  });
});

test("script and formulas are text: on the map, on paper and in the file", async ({ page }) => {
  const SCRIPT = `<script>window.ran = true</script><img src=x onerror="window.ran = true">`;
  const FORMULA = `=HYPERLINK("http://example.org/?"&A1;"click")`;
  await draftOf(page, ORG, unique("Strings"), ["Lead"]);
  await stageButton(page, "Lead").press("F2");
  await page.keyboard.type(SCRIPT);
  await page.keyboard.press("Enter");
  await addStep(page, SCRIPT, FORMULA);
  await stepOf(page, FORMULA).click();
  const card = page.getByRole("complementary", { name: FORMULA });
  await card.getByLabel(t("processes.panel.who")).selectOption(t("processes.owner.deal"));
  await saved(page);
  const id = idOf(page.url());

  await page.goto(`/${ORG}/processes/${id}/print?of=draft`);
  await expect(page.getByText(SCRIPT).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(FORMULA).filter({ visible: true }).first()).toBeVisible();

  await page.goto(`/${ORG}/processes/${id}/draft`);
  await page.getByRole("button", { name: t("processes.editor.publish") }).click();
  await page.getByRole("button", { name: t("processes.publish.go", { number: 1 }) }).click();
  await page.waitForURL(new RegExp(`/processes/${id}$`));
  await expect(page.getByText(SCRIPT).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(FORMULA).filter({ visible: true }).first()).toBeVisible();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);

  await page.getByRole("button", { name: t("processes.map.more") }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: t("processes.file.export") }).click();
  const file = JSON.parse(fs.readFileSync(await (await download).path(), "utf8"));
  expect(file.stages[0].name.en).toBe(SCRIPT);
  expect(file.stages[0].steps[0].name.en).toBe(FORMULA);
});

test("the same name twice is allowed, and the check says so", async ({ page }) => {
  await draftOf(page, ORG, unique("Twice"), ["Lead", "Lead"]);
  await expect(page.getByRole("heading", { level: 2, name: "Lead", exact: true })).toHaveCount(2);
  const line = page.getByRole("button", { name: t("processes.editor.addStepIn", { name: "Lead" }) });
  await line.first().click();
  for (const _ of [1, 2]) {
    await page.keyboard.type("Call");
    await page.keyboard.press("Enter");
    await expect(lineOf(page)).toHaveValue("");
  }
  await expect(stepOf(page, "Call")).toHaveCount(2);
  await page.getByRole("button", { name: /hint/ }).click();
  const found = page.getByRole("button", { name: t("processes.problems.step-name-repeated") });
  await expect(found.first()).toBeVisible();
  await found.first().click();
  await expect(
    page.getByRole("complementary", { name: "Call" }).getByLabel(t("processes.panel.name"), { exact: true }),
  ).toBeFocused();
});

test("a stage removed under a colleague's cursor: both see it, and the words can be taken back", async ({
  page,
  colleague,
  said,
}) => {
  const address = await draftOf(page, ORG, unique("Cursor"), ["Lead", "Offer"]);
  await addStep(page, "Offer", "Send the offer");
  await saved(page);
  await signIn(colleague, `owner@${ORG}.example`);
  await colleague.goto(address);
  await stepOf(colleague, "Send the offer").click();
  const typed = "Two pages at most, and the price on the first";
  const howTo = colleague.getByLabel(t("processes.panel.howTo"));
  await howTo.focus();
  // The colleague's letters cannot travel: they are under the cursor when the stage goes.
  await colleague.route("**/process.edit-draft", (route) => route.abort());
  await howTo.fill(typed);

  await page
    .getByRole("button", { name: t("processes.editor.actions", { name: "Offer" }), exact: true })
    .click();
  await page.getByRole("menuitem", { name: t("processes.editor.removeStage") }).click();
  await expect(stageButton(page, "Offer")).toHaveCount(0);
  await saved(page);
  await colleague.unroute("**/process.edit-draft");

  await expect(stageButton(colleague, "Offer")).toHaveCount(0);
  const handedBack = colleague
    .getByRole("alert")
    .filter({ hasText: t("processes.editor.refusedTitle", { count: 1 }) });
  await expect(handedBack).toContainText(typed);
  await colleague
    .getByRole("alert")
    .filter({ hasText: t("processes.editor.lost", { name: "Offer" }) })
    .getByRole("button", { name: t("processes.editor.putBack") })
    .click();
  await expect(stageButton(page, "Offer")).toBeVisible();
  await stepOf(page, "Send the offer").click();
  await expect(page.getByLabel(t("processes.panel.howTo"))).toHaveValue(typed);
  forgive(said);
});

test("a lost connection in mid-edit: what is typed stays, says that it is not sent, and is sent later", async ({
  page,
  context,
  said,
}) => {
  const address = await draftOf(page, ORG, unique("Offline"), ["Lead"]);
  await addStep(page, "Lead", "Call");
  await saved(page);
  await context.setOffline(true);
  await addStep(page, "Lead", "Visit");
  await stepOf(page, "Visit").click();
  await page.getByLabel(t("processes.panel.howTo")).fill("Take the drawings along");
  await page.getByLabel(t("processes.panel.howTo")).blur();
  await expect(page.getByText(t("processes.editor.offline", { count: 2 }))).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await page.goto(address);
  await stepOf(page, "Visit").click();
  await expect(page.getByLabel(t("processes.panel.howTo"))).toHaveValue("Take the drawings along");
  forgive(said);
});

test("a tab left open over a publication is told, and its words land in the next draft", async ({
  page,
  context,
}) => {
  const address = await draftOf(page, ORG, unique("Stale"), ["Lead"]);
  await addStep(page, "Lead", "Call");
  await stepOf(page, "Call").click();
  await page.getByLabel(t("processes.panel.who")).selectOption(t("processes.owner.deal"));
  await saved(page);

  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole("button", { name: t("processes.editor.publish") }).click();
  await other.getByRole("button", { name: t("processes.publish.go", { number: 1 }) }).click();
  await other.waitForURL(new RegExp(`/processes/${idOf(address)}$`));
  await other.close();

  const howTo = page.getByLabel(t("processes.panel.howTo"));
  await howTo.fill("Ask what changed since last year");
  await howTo.blur();
  const notice = page.getByRole("alert").filter({ hasText: t("processes.editor.gone") });
  await expect(notice).toContainText(t("processes.editor.goneText", { count: 1 }));
  await notice.getByRole("button", { name: t("processes.editor.goneStart") }).click();
  await expect(page.getByText(t("processes.editor.draftOf", { number: 2 })).first()).toBeVisible();
  await saved(page);
  await page.reload();
  await stepOf(page, "Call").click();
  await expect(howTo).toHaveValue("Ask what changed since last year");
});

test("a process file of another version, or broken: refused with the reason, and nothing is made", async ({
  page,
}) => {
  const title = unique("From a file");
  const file = { format: "koers-process", formatVersion: 99, name: { en: title }, stages: [] };
  const choose = (text: string, encoding: BufferEncoding = "utf8") =>
    page
      .getByLabel(t("processes.file.choose"), { exact: true })
      .last()
      .setInputFiles({
        name: "process.koers.json",
        mimeType: "application/json",
        buffer: Buffer.from(text, encoding),
      });
  await page.goto(`/${ORG}/processes/new`);
  const refusal = page.locator("main").getByRole("alert");
  // A choice is heard once the page's script runs.
  await expect(async () => {
    await choose(JSON.stringify(file));
    await expect(refusal).toContainText("99", { timeout: 2_000 });
  }).toPass();
  await choose(JSON.stringify({ ...file, formatVersion: 1, category: "weather" }));
  // Which places are wrong stands below the sentence.
  await expect(page.getByText("category", { exact: true })).toBeVisible();
  await expect(refusal).toBeVisible();
  await choose('{ "format": "koers-process", ');
  await expect(refusal).toContainText("JSON");
  await choose(JSON.stringify({ ...file, name: { nl: "Café" } }), "latin1");
  await expect(refusal).toContainText("UTF-8");
  await expect(page).toHaveURL(/\/processes\/new$/);
  await page.goto(`/${ORG}/processes`);
  await expect(page.getByRole("link", { name: t("processes.list.new") })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});
