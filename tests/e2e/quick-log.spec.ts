import type { BrowserContext } from "@playwright/test";
import { expect, expectAccessible, type Page, signIn, test, unique, words } from "./support";

const t = words("en");
const ORG = "haventec";
const REP = "rep@haventec.example";
const LOG_URL = /\/deal\.log-activity$/;

/** A deal of the person signed in, made for this test alone; it began three days ago. */
const newDeal = (page: Page, title: string): Promise<string> =>
  page.evaluate(
    async ([org, title]) => {
      const ask = (verb: string) => fetch(`/api/org/${org}/${verb}?input={}`).then((answer) => answer.json());
      const choices = await ask("deals.choices");
      const occurred = { day: choices.value.today, at: new Date(Date.now() - 3 * 86_400_000).toISOString() };
      const made = await fetch(`/api/org/${org}/deal.create`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          id: crypto.randomUUID(),
          processId: choices.value.processes[0].id,
          title,
          occurred,
        }),
      }).then((answer) => answer.json());
      return made.value.id as string;
    },
    [ORG, title] as const,
  );

type Deal = {
  version: number;
  owner: { id: string };
  next: { stepKey: string } | null;
  stages: { steps: { key: string; channel: string | null; name: { en?: string } }[] }[];
};

/** Does the steps of a deal until its next one is a call; gives that step's name and the deal's owner. */
const upToACall = (page: Page, id: string): Promise<{ step: string; owner: string }> =>
  page.evaluate(
    async ([org, id]) => {
      for (;;) {
        const input = encodeURIComponent(JSON.stringify({ id }));
        const answer = await fetch(`/api/org/${org}/deals.read?input=${input}`);
        const deal = (await answer.json()).value as Deal;
        const next = deal.stages.flatMap(({ steps }) => steps).find(({ key }) => key === deal.next?.stepKey);
        if (!next) throw new Error("no step of this deal is a call");
        if (next.channel === "call") return { step: next.name.en ?? "", owner: deal.owner.id };
        const done = await fetch(`/api/org/${org}/deal.complete-step`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id, version: deal.version, stepKey: next.key }),
        });
        if (!done.ok) throw new Error(await done.text());
      }
    },
    [ORG, id] as const,
  );

type Activity = { id: string; kind: string; at: string | null; recordedAt: string; stepKey: string | null };
const activitiesOf = (page: Page, id: string): Promise<Activity[]> =>
  page.evaluate(
    async ([org, id]) => {
      const input = encodeURIComponent(JSON.stringify({ id }));
      const answer = await fetch(`/api/org/${org}/deals.read?input=${input}`);
      return (await answer.json()).value.activities;
    },
    [ORG, id] as const,
  );

/** The log screen lies ready on the device. */
const shellKept = (page: Page) =>
  page.waitForFunction(async () => Boolean(await caches.match("/koers-shell-stamp")));

/** How many rows of a person lie in the browser's database. */
const rowsKept = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("koers");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          if (names.length === 0) return resolve(0);
          const transaction = opening.result.transaction(names);
          let rows = 0;
          for (const name of names) {
            const counting = transaction.objectStore(name).count();
            counting.onsuccess = () => {
              rows += counting.result;
            };
          }
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(rows);
          };
        };
      }),
  );

/** Without a connection a browser complains about every request; what else it says still counts. */
function forgiveConnection(said: string[]): void {
  const other = said.filter((text) => !/net::ERR_|Failed to fetch|Load failed/.test(text));
  said.splice(0, said.length, ...other);
}

async function openLog(page: Page, deal: string, name: string): Promise<void> {
  await page.goto(`/${ORG}/log?deal=${deal}`);
  await expect(page.getByRole("button", { name })).toBeVisible();
}
async function logCall(page: Page): Promise<void> {
  await page.getByRole("button", { name: t("deals.log.kind.call"), exact: true }).tap();
  await page.getByRole("button", { name: t("deals.log.save"), exact: true }).tap();
}
const countSent = (context: BrowserContext): { sent: number } => {
  const count = { sent: 0 };
  context.on("request", (request) => {
    if (LOG_URL.test(request.url())) count.sent++;
  });
  return count;
};

test("a call is logged in three taps from an open deal @phone", async ({ page }) => {
  await signIn(page, REP);
  const id = await newDeal(page, unique("Three taps"));
  await page.goto(`/${ORG}/deals/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dataset.taps = "0";
    const more = () => {
      const { dataset } = document.documentElement;
      dataset.taps = String(Number(dataset.taps) + 1);
    };
    addEventListener("pointerup", more, { capture: true });
  });
  await page
    .getByRole("button", { name: t("deals.deal.log") })
    .first()
    .tap();
  const dialog = page.getByRole("dialog", { name: t("deals.log.title") });
  await dialog.getByRole("button", { name: t("deals.log.kind.call"), exact: true }).tap();
  await dialog.getByRole("button", { name: t("deals.log.save") }).tap();
  await expect(dialog).toBeHidden();
  await expect(page.locator("html")).toHaveAttribute("data-taps", "3");
  expect(await activitiesOf(page, id)).toMatchObject([{ kind: "call" }]);
});

test("a typed line becomes chips, proves only what is tapped, and keeps both moments @phone", async ({
  page,
}) => {
  await signIn(page, REP);
  const title = unique("Typed line");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  await page.getByLabel(t("deals.log.note")).fill("emailed Wim yesterday 10:30, quote friday");
  const chips = page.getByRole("list", { name: t("deals.log.reads") });
  await expect(chips.getByText(t("deals.log.kind.email"))).toBeVisible();
  await expect(chips.getByText("10:30")).toBeVisible();
  await expect(chips.getByText(t("deals.log.saidOnly", { said: "friday" }))).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.getByRole("button", { name: t("deals.log.save"), exact: true }).tap();
  await expect(page.getByRole("button", { name: t("deals.log.again") })).toBeVisible();
  const [activity] = await activitiesOf(page, id);
  expect(activity).toMatchObject({ kind: "email" });
  expect(Date.parse(activity?.recordedAt ?? "") - Date.parse(activity?.at ?? "")).toBeGreaterThan(0);
});

test("what is logged without a connection survives a restart, arrives once, and shows on the manager's open board @phone", async ({
  page,
  context,
  colleague,
  said,
}) => {
  await signIn(page, REP);
  const title = unique("Tunnel");
  const id = await newDeal(page, title);
  const { step, owner } = await upToACall(page, id);
  await signIn(colleague, `manager@${ORG}.example`);
  await colleague.goto(`/${ORG}/deals?owner=${owner}`);
  const card = colleague.locator(`[data-card="${id}"]`);
  await expect(card.getByText(step)).toBeVisible();
  await openLog(page, id, title);
  await shellKept(page);
  const kept = await page.evaluate(async () => (await caches.match(location.pathname))?.text());
  expect(kept).toContain("</html>");
  expect(kept).not.toContain(title);
  expect(kept).not.toContain("Eva de Wit");
  await context.setOffline(true);
  await logCall(page);
  await expect(page.getByRole("heading", { name: t("deals.log.keptOnDevice") })).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await again.goto(`/${ORG}/log`);
  const queue = again.getByRole("region", { name: t("deals.log.queue") });
  await expect(queue.getByText(title)).toBeVisible();
  await context.setOffline(false);
  await expect(queue).toBeHidden();
  // The manager has touched nothing meanwhile.
  await expect(card).toBeVisible();
  await expect(card.getByText(step)).toHaveCount(0);
  await again.goto(`/${ORG}/deals`);
  expect(await activitiesOf(again, id)).toMatchObject([{ kind: "call" }]);
  expect(await rowsKept(again)).toBe(1);
  forgiveConnection(said);
});

test("a log whose answer was lost is sent again and kept once @phone", async ({ page, context, said }) => {
  await signIn(page, REP);
  const title = unique("Lost answer");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  let answers = 0;
  await context.route(LOG_URL, async (route) => {
    const answer = await route.fetch();
    answers++;
    if (answers === 1) await route.abort("connectionreset");
    else await route.fulfill({ response: answer });
  });
  const save = page.getByRole("button", { name: t("deals.log.save"), exact: true });
  await page.getByRole("button", { name: t("deals.log.kind.call"), exact: true }).tap();
  await save.dblclick();
  await expect(page.getByRole("heading", { name: t("deals.log.keptOnDevice") })).toBeVisible();
  expect(await activitiesOf(page, id)).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole("button", { name: title })).toBeVisible();
  await expect(page.getByRole("region", { name: t("deals.log.queue") })).toBeHidden();
  await expect.poll(() => answers).toBe(2);
  expect(await activitiesOf(page, id)).toHaveLength(1);
  forgiveConnection(said);
});

test("two tabs send what waits once @phone", async ({ page, context, said }) => {
  await signIn(page, REP);
  const title = unique("Two tabs");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  const other = await context.newPage();
  await openLog(other, id, title);
  await shellKept(other);
  await context.setOffline(true);
  await logCall(page);
  const queue = other.getByRole("region", { name: t("deals.log.queue") });
  await expect(queue.getByText(title)).toBeVisible();
  const count = countSent(context);
  await context.setOffline(false);
  await expect(queue).toBeHidden();
  await expect(page.getByRole("region", { name: t("deals.log.queue") })).toBeHidden();
  expect(count.sent).toBe(1);
  expect(await activitiesOf(other, id)).toHaveLength(1);
  forgiveConnection(said);
});

test("signing out takes everything off the device, after asking @phone", async ({ page, context, said }) => {
  await signIn(page, REP);
  const title = unique("Signed out");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  await shellKept(page);
  await context.route(LOG_URL, (route) => route.abort("connectionreset"));
  await logCall(page);
  await expect(page.getByRole("heading", { name: t("deals.log.keptOnDevice") })).toBeVisible();
  await page.goto("/organizations");
  await page.getByRole("button", { name: t("auth.signOut") }).tap();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText(t("auth.leaving.title", { count: 1 }))).toBeVisible();
  await question.getByRole("button", { name: t("auth.leaving.confirm") }).tap();
  await page.waitForURL(/\/sign-in/);
  expect(await rowsKept(page)).toBe(0);
  await expect.poll(() => page.evaluate(() => caches.has("koers-shell"))).toBe(false);
  await context.unroute(LOG_URL);
  await signIn(page, REP);
  expect(await activitiesOf(page, id)).toEqual([]);
  forgiveConnection(said);
});

test("the next person on a device neither sees nor sends what another left @phone", async ({
  page,
  context,
  said,
}) => {
  await signIn(page, REP);
  const title = unique("Left behind");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  await context.route(LOG_URL, (route) => route.abort("connectionreset"));
  await logCall(page);
  await expect(page.getByRole("heading", { name: t("deals.log.keptOnDevice") })).toBeVisible();
  // The session ends without a word, as when it is over.
  await context.clearCookies();
  await context.unroute(LOG_URL);
  const count = countSent(context);
  await signIn(page, "manager@haventec.example");
  await openLog(page, id, title);
  await expect.poll(() => rowsKept(page)).toBe(1);
  await expect(page.getByText(t("deals.log.atOnce"))).toBeVisible();
  expect(count.sent).toBe(0);
  expect(await activitiesOf(page, id)).toEqual([]);
  forgiveConnection(said);
});

test("what the server refuses stays with its reason until it is thrown away @phone", async ({
  page,
  context,
  colleague,
  said,
}) => {
  await signIn(page, REP);
  await signIn(colleague, "manager@haventec.example");
  const title = unique("Gone");
  const id = await newDeal(page, title);
  await openLog(page, id, title);
  await context.setOffline(true);
  await logCall(page);
  await expect(page.getByRole("heading", { name: t("deals.log.keptOnDevice") })).toBeVisible();
  const deleted = await colleague.evaluate(
    async ([org, id]) => {
      const answer = await fetch(`/api/org/${org}/deal.delete`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, version: 1 }),
      });
      return answer.ok;
    },
    [ORG, id] as const,
  );
  expect(deleted).toBe(true);
  await context.setOffline(false);
  const queue = page.getByRole("region", { name: t("deals.log.queue") });
  await expect(queue.getByText(t("refusals.not-found"))).toBeVisible();
  await expect(queue.getByRole("button", { name: t("deals.log.mend") })).toBeVisible();
  // It is not forgotten on other pages either.
  await page.goto(`/${ORG}/deals`);
  await page.getByRole("link", { name: t("nav.logs.needsYou", { count: 1 }) }).tap();
  await page.waitForURL(/\/log$/);
  await queue.getByRole("button", { name: t("deals.log.throwAway") }).tap();
  await expect(queue).toBeHidden();
  forgiveConnection(said);
});
