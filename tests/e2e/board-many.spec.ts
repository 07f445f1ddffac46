import { copyDeal } from "./many-deals";
import { expect, idOf, type Locator, type Page, test, unique, words } from "./support";

const t = words("en");
const DEALS = 10_000;
/** What the page may hold at most, wherever it is scrolled to. */
const MOST_NODES = 3_000;

/** Notes every card that is ever drawn, with the place it says it has; and how many nodes the page held at most. */
async function watchCards(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Map<string, string>();
    const look = () => {
      for (const card of document.querySelectorAll<HTMLElement>("[data-card]")) {
        const place = card.closest("li")?.getAttribute("aria-posinset") ?? "";
        seen.set(card.dataset.card ?? "", place);
      }
      Object.assign(window, {
        seenCards: seen,
        mostNodes: Math.max(
          (window as { mostNodes?: number }).mostNodes ?? 0,
          document.getElementsByTagName("*").length,
        ),
      });
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  });
}
/** Scrolls a list to its end, by less than is drawn at once, and waits each time until what is in sight is drawn. */
async function scrollThrough(list: Locator): Promise<void> {
  await list.evaluate(async (element) => {
    const scroller = element.parentElement as HTMLElement;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const drawn = () => {
      const { top, bottom } = scroller.getBoundingClientRect();
      const cards = [...element.querySelectorAll("li:has([data-card])")].map((card) =>
        card.getBoundingClientRect(),
      );
      const reaches = (at: number) => cards.some((card) => card.top <= at && card.bottom >= at);
      return reaches(top + 20) && reaches(bottom - 20);
    };
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollBy(0, scroller.clientHeight + 500);
      do await frame();
      while (!drawn());
    }
  });
}
const seenCards = (page: Page) =>
  page.evaluate(() => {
    const { seenCards, mostNodes } = window as unknown as {
      seenCards: Map<string, string>;
      mostNodes: number;
    };
    return { cards: [...seenCards], mostNodes };
  });

test("ten thousand deals in one stage scroll to their end, each there once, and count right", async ({
  page,
}) => {
  test.slow();
  const { keyboard } = page;
  const organization = unique("Massa");
  const mark = organization.split(" ").at(-1);

  const slug = await test.step("an organisation with a process of its own", async () => {
    await page.goto("/sign-up");
    await page.getByLabel(t("auth.name")).fill("Nora Vos");
    await page.getByLabel(t("auth.email")).fill(`nora.${mark}@massa.example`);
    await page.getByLabel(t("auth.password"), { exact: true }).fill("a sentence that nobody guesses");
    await page.getByRole("button", { name: t("auth.signUp.submit") }).click();
    await page.getByLabel(t("auth.organizations.name")).fill(organization);
    await page.getByRole("button", { name: t("auth.organizations.submit") }).click();
    await page.getByRole("radio", { name: t("processes.new.short") }).click();
    await page
      .getByRole("button", { name: t("processes.new.startFor", { name: "" }) })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: t("start.map.title") })).toBeVisible();
    const [, org = ""] = new URL(page.url()).pathname.split("/");
    await page.goto(`/${org}/start/${idOf(page.url())}?step=publish`);
    await page.getByRole("button", { name: t("start.publish.go") }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: t("start.finish.title", { number: 1 }) }),
    ).toBeVisible();
    return org;
  });

  await test.step("its first deal, and very many like it", async () => {
    await page.goto(`/${slug}/deals`);
    await page.getByLabel(t("deals.quick.label")).fill("The first one €1000");
    await keyboard.press("Enter");
    const card = page.locator("[data-card]");
    await expect(card).toHaveCount(1);
    await copyDeal(page, (await card.getAttribute("data-card")) ?? "", slug, DEALS - 1);
  });

  const column = page.locator("[data-stage]").first();
  const list = column.getByRole("list");
  const count = column.getByRole("heading", { level: 2 });
  await test.step("are counted and added up at once", async () => {
    await page.reload();
    await expect(count).toContainText("10,000");
    const sum =
      1_000 + Array.from({ length: DEALS - 1 }, (_, n) => ((n + 1) * 7919) % 100_000).reduce((a, b) => a + b);
    await expect(column.locator("header")).toContainText(`€${sum.toLocaleString("en-GB")}`);
    await watchCards(page);
  });

  await test.step("scroll by wheel to the very last, in not too many pages", async () => {
    let pages = 0;
    page.on("request", (request) => {
      if (request.url().includes("deals.column")) pages++;
    });
    await list.hover();
    const height = await list.evaluate((element) => element.getBoundingClientRect().height);
    expect(height, "as long as its ten thousand cards from the first").toBeGreaterThan(DEALS * 60);
    // By hand at first, then the same way in the page, for it is a long way.
    for (let turn = 0; turn < 5; turn++) {
      await page.mouse.wheel(0, 1_000);
      await expect(list.getByRole("status")).toHaveCount(0);
    }
    await expect(list.locator('li[aria-posinset="60"]')).toBeVisible();
    await scrollThrough(list);
    await expect(list.locator(`li[aria-posinset="${DEALS}"]`)).toBeVisible();
    const { cards, mostNodes } = await seenCards(page);
    expect(cards).toHaveLength(DEALS);
    const places = cards.map(([, place]) => Number(place)).sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: DEALS }, (_, index) => index + 1));
    expect(mostNodes).toBeLessThan(MOST_NODES);
    expect(pages).toBeLessThanOrEqual(25);
  });

  await test.step("by keyboard: to the first and to the last, also where not all is loaded", async () => {
    await page.reload();
    await expect(count).toContainText("10,000");
    await keyboard.press("j");
    const focused = page.locator("li:has(:focus)");
    await expect(focused).toHaveAttribute("aria-posinset", "1");
    await keyboard.press("PageDown");
    await expect(focused).toHaveAttribute("aria-posinset", "9");
    await keyboard.press("End");
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS));
    await keyboard.press("k");
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS - 1));
    // The focus stays where it was while one looks elsewhere.
    await list.hover();
    await page.mouse.wheel(0, -100_000);
    await expect(list.locator(`li[aria-posinset="${DEALS - 3}"]`)).toHaveCount(0);
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS - 1));
    await keyboard.press("j");
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS));
    await keyboard.press("Home");
    await expect(focused).toHaveAttribute("aria-posinset", "1");
    await keyboard.press("End");
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS));
  });

  await test.step("the last one moved: 9,999 and 1, before and after reading anew", async () => {
    const id = (await page.locator("[data-card]:has(:focus)").getAttribute("data-card")) ?? "";
    await keyboard.press("m");
    await keyboard.press("2");
    const second = page.locator("[data-stage]").nth(1);
    await expect(second.locator(`[data-card="${id}"]`)).toBeVisible();
    await expect(count).toContainText("9,999");
    await expect(second.getByRole("heading", { level: 2 })).toContainText("1");
    await expect(list.locator(`li[aria-posinset="${DEALS - 1}"]`)).toBeVisible();
    await page.reload();
    await expect(count).toContainText("9,999");
    await expect(second.locator(`[data-card="${id}"]`)).toBeVisible();
  });

  await test.step("in lanes a part of the stage scrolls to its last card, too", async () => {
    await page.goto(`/${slug}/deals?group=owner`);
    const cell = page.locator("[data-lane][data-stage]").first();
    await expect(cell).toContainText("9,999");
    await expect(cell.locator("[data-card]")).toHaveCount(6);
    await cell.getByRole("button", { name: t("deals.lanes.more", { count: 9_993 }) }).click();
    const focused = page.locator("li:has(:focus)");
    await expect(focused).toHaveAttribute("aria-posinset", "7");
    await keyboard.press("End");
    await expect(focused).toHaveAttribute("aria-posinset", String(DEALS - 1));
    expect(await page.locator("*").count()).toBeLessThan(MOST_NODES);
  });
});
