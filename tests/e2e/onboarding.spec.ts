import { expect, type Page, test, unique, words } from "./support";

const t = words("en");
const SENTENCE = "a sentence that nobody guesses";

async function makeAccount(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel(t("auth.name")).fill(name);
  await page.getByLabel(t("auth.email")).fill(email);
  await page.getByLabel(t("auth.password"), { exact: true }).fill(SENTENCE);
  await page.getByRole("button", { name: t("auth.signUp.submit") }).click();
}

test("an organisation is founded, a colleague joins by a link, and is refused once removed", async ({
  page,
  colleague,
}) => {
  const organization = unique("Werf");
  const mark = organization.split(" ").at(-1);

  await page.goto("/sign-up");
  await makeAccount(page, "Nora Vos", `nora.${mark}@werf.example`);
  await page.getByLabel(t("auth.organizations.name")).fill(organization);
  await page.getByRole("button", { name: t("auth.organizations.submit") }).click();
  // The guide to a first process comes first, and holds nobody.
  await expect(page.getByRole("heading", { level: 1, name: t("processes.new.title") })).toBeVisible();
  await page.getByRole("link", { name: t("start.leave") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("processes.title") })).toBeVisible();

  const [, slug = ""] = new URL(page.url()).pathname.split("/");
  const email = `milan.${mark}@werf.example`;
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole("button", { name: t("people.members.invite") }).click();
  await page.getByLabel(t("people.invite.email")).fill(email);
  await page.getByRole("button", { name: t("people.invite.submit") }).click();
  const link = await page.getByLabel(t("people.invite.link")).inputValue();
  await page.getByRole("button", { name: t("people.invite.done") }).click();

  await colleague.goto(link);
  await colleague.getByRole("link", { name: t("auth.invitation.signUp") }).click();
  await expect(colleague.getByLabel(t("auth.email"))).toHaveValue(email);
  await makeAccount(colleague, "Milan Kok", email);
  await colleague.getByRole("button", { name: t("auth.invitation.accept", { organization }) }).click();
  await colleague.waitForURL(`/${slug}/**`);
  await expect(colleague.getByRole("heading", { level: 1 })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: t("people.members.actions", { name: "Milan Kok" }) }).click();
  await page.getByRole("menuitem", { name: t("people.members.remove") }).click();
  await page.getByRole("button", { name: t("people.remove.confirm", { name: "Milan Kok" }) }).click();
  await expect(page.getByText(t("people.remove.done", { name: "Milan Kok" })).first()).toBeVisible();

  await colleague.goto(`/${slug}/deals`);
  await expect(colleague.getByRole("heading", { name: t("common.notFound.title") })).toBeVisible();
  await colleague.goto(link);
  await expect(colleague.getByRole("heading", { name: t("auth.invitation.closed.used") })).toBeVisible();
});
