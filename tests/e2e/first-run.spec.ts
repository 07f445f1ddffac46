import { expect, expectAccessible, idOf, type Locator, test, unique, words } from "./support";

/** From the sign-up page to a published version and its opened sheet: no more than this. */
const MOST = 25;

/** Each click and each field that is filled in counts as one; no key is pressed beside typing. */
class Person {
  count = 0;
  async click(target: Locator): Promise<void> {
    this.count++;
    await target.click();
  }
  async fill(field: Locator, text: string): Promise<void> {
    this.count++;
    await field.fill(text);
  }
  async choose(field: Locator, option: string): Promise<void> {
    // Opening the list and choosing in it.
    this.count += 2;
    await field.selectOption(option);
  }
}

const ANSWERS = {
  en: {
    days: "2",
    owner: "Finance",
    sent: "the signed order form",
    proof: "The buyer has sent us the signed order form",
  },
  nl: {
    days: "2",
    owner: "Financiën",
    sent: "de getekende bestelbon",
    proof: "De koper heeft ons de getekende bestelbon gestuurd",
  },
} as const;

for (const language of ["en", "nl"] as const) {
  test.describe(language, () => {
    test.use({ locale: language === "en" ? "en-GB" : "nl-NL" });

    test(`from sign-up to a published process on paper in at most ${MOST} interactions`, async ({
      page,
      said,
    }) => {
      const t = words(language);
      const answers = ANSWERS[language];
      const organization = unique("Havenlicht");
      const mark = organization.split(" ").at(-1);
      const person = new Person();
      let why = "";
      const heading = (name: string) => page.getByRole("heading", { level: 1, name });
      await page.emulateMedia({ reducedMotion: "reduce" });

      await test.step("an account and an organisation, in the browser's language", async () => {
        await page.goto("/sign-up");
        await expect(heading(t("auth.signUp.title"))).toBeVisible();
        await person.fill(page.getByLabel(t("auth.name")), "Nora Vos");
        await person.fill(page.getByLabel(t("auth.email")), `nora.${mark}@havenlicht.example`);
        await person.fill(page.getByLabel(t("auth.password"), { exact: true }), "a sentence nobody guesses");
        await person.click(page.getByRole("button", { name: t("auth.signUp.submit") }));
        await person.fill(page.getByLabel(t("auth.organizations.name")), organization);
        await person.click(page.getByRole("button", { name: t("auth.organizations.submit") }));
      });

      await test.step("what is sold and how, and which role first", async () => {
        await expect(heading(t("processes.new.title"))).toBeVisible();
        await expectAccessible(page);
        await person.click(page.getByRole("radio", { name: t("processes.new.short") }));
        await person.click(
          page.getByRole("button", { name: t("processes.new.startFor", { name: "" }) }).first(),
        );
      });

      const blank = (before: string) => page.getByLabel(new RegExp(`^${before}|${before}$`));
      await test.step("three blanks in a map that is filled already", async () => {
        await expect(heading(t("start.map.title"))).toBeVisible();
        await expectAccessible(page);
        const [days, owner, sent] =
          language === "en"
            ? ["We call about a request within", "checks stock and delivery time", "The buyer has sent us"]
            : [
                "We bellen over een aanvraag binnen",
                "controleert voorraad en levertijd",
                "De koper heeft ons",
              ];
        await expect(blank(days as string)).toHaveValue("1");
        await person.fill(blank(days as string), answers.days);
        const department = `${answers.owner} (${t("processes.owner.department")})`;
        await person.choose(blank(owner as string), department);
        await person.fill(blank(sent as string), answers.sent);
        await expect(page.getByText(answers.proof).last()).toBeVisible();
        await person.click(page.getByRole("button", { name: t("start.next") }));
      });
      const id = await test.step("a colleague comes along", async () => {
        await expect(heading(t("start.people.title"))).toBeVisible();
        await expectAccessible(page);
        const email = `milan.${mark}@havenlicht.example`;
        await person.fill(page.getByLabel(t("start.people.email")), email);
        await person.click(page.getByRole("button", { name: t("start.people.invite") }));
        await expect(page.getByLabel(t("start.people.linkFor", { email }))).toHaveValue(/\/invitation\//);
        return idOf(page.url());
      });

      await test.step("the tab is closed: the guide goes on where it was, with what was said", async () => {
        const [, org = ""] = new URL(page.url()).pathname.split("/");
        const again = await page.context().newPage();
        await again.goto("/");
        await again.waitForURL(`/${org}/start/${id}`);
        await expect(again.getByRole("heading", { level: 1, name: t("start.check.title") })).toBeVisible();
        await again.close();
        await page.goBack();
        await expect(blank(language === "en" ? "The buyer has sent us" : "De koper heeft ons")).toHaveValue(
          answers.sent,
        );
        await page.goForward();
      });

      await test.step("nothing stands in the way, and version 1 is published", async () => {
        await person.click(page.getByRole("link", { name: t("start.next") }));
        await expect(page.getByText(t("start.check.clean"))).toBeVisible();
        await expectAccessible(page);
        await person.click(page.getByRole("link", { name: t("start.next") }));
        await expect(page.getByLabel(t("processes.publish.why"))).toHaveValue(/./);
        why = await page.getByLabel(t("processes.publish.why")).inputValue();
        await expectAccessible(page);
        await person.click(page.getByRole("button", { name: t("start.publish.go") }));
        await expect(heading(t("start.finish.title", { number: 1 }))).toBeVisible();
        await expectAccessible(page);
      });

      await test.step("on paper, with what was answered in it", async () => {
        await person.click(page.getByRole("link", { name: t("start.finish.print") }));
        await page.waitForURL(/\/print$/);
        const sheet = page.getByRole("article");
        await expect(sheet).toContainText(t("processes.print.version", { number: 1 }));
        await expect(sheet).toContainText(answers.proof);
        expect(person.count).toBeLessThanOrEqual(MOST);
      });

      await test.step("the answers stand in the published version", async () => {
        const [, org = ""] = new URL(page.url()).pathname.split("/");
        await page.goto(`/${org}/processes/${id}/versions`);
        await expect(page.getByText(why)).toBeVisible();
        await page.goto(`/${org}/processes/${id}`);
        await expect(page.getByText(answers.proof).first()).toBeAttached();
        const within = t("processes.window.within", { latest: t("processes.unit.working-days", { n: 2 }) });
        const call = page
          .getByRole("listitem")
          .filter({ hasText: language === "en" ? "Call whoever asked" : "Bel de aanvrager" })
          .last();
        await expect(call).toContainText(within);
        const stock = page
          .getByRole("listitem")
          .filter({
            hasText: language === "en" ? "Check stock and delivery time" : "Controleer voorraad en levertijd",
          })
          .last();
        await expect(stock).toContainText(answers.owner);
      });
      expect(said).toEqual([]);
    });
  });
}
