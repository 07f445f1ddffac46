import { draftOf, paste, saved, stepOf, typeIn } from "./editor-support";
import { expect, type Page, signIn, test, unique, words } from "./support";

const t = words("en");
const STAGES = Array.from({ length: 12 }, (_, index) => `Stage ${index + 1}`);
const STEPS_EACH = 10;

/** Compressed script that opening the editor may fetch, in bytes. */
const MOST_SCRIPT = 200_000;

test("the editor of a process opens with less than 200 kB of compressed script", async ({ page }) => {
  await signIn(page, "manager@haventec.example");
  const address = await draftOf(page, "haventec", unique("Script"), ["Lead", "Offer"]);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 2, name: "Offer" })).toBeVisible();
  const sizes = await Promise.all(scripts);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_SCRIPT);
});

/**
 * Counts what React draws, by what it tells its developer tools after each drawing, in the page as it is shipped: a
 * component was drawn when its fiber is new in this tree and carries the flag "performed work".
 */
function countDrawing(): void {
  type Fiber = {
    tag: number;
    flags: number;
    child: Fiber | null;
    sibling: Fiber | null;
    alternate: Fiber | null;
    stateNode: unknown;
  };
  const COMPONENTS = [0, 1, 11, 14, 15];
  const PERFORMED_WORK = 1;
  const counts: Record<string, number> = {};
  const nodeOf = (fiber: Fiber): Element | null => {
    if (fiber.stateNode instanceof Element) return fiber.stateNode;
    for (let child = fiber.child; child; child = child.sibling) {
      const node = nodeOf(child);
      if (node) return node;
    }
    return null;
  };
  // A row is the list item right around a step's button; a lane the one around a stage's.
  const placeOf = (node: Element): string | null =>
    node.closest("li:has(> [id^=step-])")?.querySelector(":scope > [id^=step-]")?.id ??
    node.closest("li:has(h2 > [id^=stage-])")?.querySelector("h2 > [id^=stage-]")?.id ??
    null;
  const walk = (fiber: Fiber): void => {
    if (COMPONENTS.includes(fiber.tag) && fiber.flags & PERFORMED_WORK) {
      const node = nodeOf(fiber);
      const place = node && placeOf(node);
      if (place) counts[place] = (counts[place] ?? 0) + 1;
    }
    // Where the children are the same ones, nothing below was looked at.
    if (fiber.alternate && fiber.alternate.child === fiber.child) return;
    for (let child = fiber.child; child; child = child.sibling) walk(child);
  };
  Object.assign(window, {
    drawn: counts,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      isDisabled: false,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => walk(root.current),
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    },
  });
}

/** The rows and lanes that were drawn since the last time. */
const drawn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { drawn: counts } = window as unknown as { drawn: Record<string, number> };
    const places = Object.keys(counts).sort();
    for (const place of places) delete counts[place];
    return places;
  });

test("of 120 steps in 12 stages an edit draws only its own step and its stage", async ({ page }) => {
  // Making so large a process takes a while on a busy machine.
  test.setTimeout(240_000);
  await page.addInitScript(countDrawing);
  await signIn(page, "manager@haventec.example");
  await draftOf(page, "haventec", unique("Large"), STAGES);
  for (const stage of STAGES) {
    await typeIn(page, stage);
    const names = Array.from({ length: STEPS_EACH }, (_, index) => `${stage}, step ${index + 1}`);
    await paste(page, names.join("\n"));
    await expect(stepOf(page, names.at(-1) ?? "")).toBeVisible();
  }
  await expect(page.locator("button[id^=step-]")).toHaveCount(STAGES.length * STEPS_EACH);
  const heading = page.getByRole("heading", { level: 2, name: "Stage 7", exact: true }).getByRole("button");
  const lane = await heading.getAttribute("id");
  const step = stepOf(page, "Stage 7, step 4");
  const row = await step.getAttribute("id");
  await step.click();
  const card = page.getByRole("complementary", { name: "Stage 7, step 4" });
  await card.getByLabel(t("processes.panel.who")).focus();
  await saved(page);
  const own = [row, lane].sort();

  await test.step("who", async () => {
    await drawn(page);
    await card.getByLabel(t("processes.panel.who")).selectOption(t("processes.owner.deal"));
    await expect(step).toContainText(t("processes.owner.run"));
    await saved(page);
    expect(await drawn(page)).toEqual(own);
  });

  await test.step("its name, letter by letter", async () => {
    await card.getByLabel(t("processes.panel.name"), { exact: true }).focus();
    await drawn(page);
    await page.keyboard.press("End");
    await page.keyboard.type(" called otherwise");
    await expect(stepOf(page, "Stage 7, step 4 called otherwise")).toBeVisible();
    await saved(page);
    expect(await drawn(page)).toEqual(own);
  });

  await test.step("a new step below it", async () => {
    await typeIn(page, "Stage 7");
    await drawn(page);
    await page.keyboard.type("One more");
    await page.keyboard.press("Enter");
    await expect(stepOf(page, "One more")).toBeVisible();
    await saved(page);
    const added = await stepOf(page, "One more").getAttribute("id");
    const above = await stepOf(page, "Stage 7, step 10").getAttribute("id");
    // The step above it learns who stands below, for where a drag would land.
    expect(await drawn(page)).toEqual([added, above, lane].sort());
  });

  await test.step("what holds for all is drawn for all: the count would see it", async () => {
    await page.getByRole("button", { name: t("processes.map.more") }).click();
    await page.getByRole("menuitem", { name: t("processes.editor.timing") }).click();
    await drawn(page);
    // In the dialog: the card behind it has a button of the same name, and could be taken before it is covered.
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("processes.timing.set") })
      .click();
    await saved(page);
    const all = await drawn(page);
    expect(all.filter((place) => place.startsWith("step-"))).toHaveLength(STAGES.length * STEPS_EACH + 1);
  });
});
