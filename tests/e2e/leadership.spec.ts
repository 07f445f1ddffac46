import { expect, signIn, test } from "./support";

test("a viewer reads the pipeline", async ({ page }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/insights/pipeline");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a viewer sees the level of maturity and the rows behind a criterion", async ({ page }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/maturity");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/level \d/);
  await page.getByRole("link", { name: "New business, consultative" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/level \d|criteria/);
});

test("an ended session is refused on the next request", async ({ page, context }) => {
  await signIn(page, "viewer@haventec.example");
  await page.goto("/haventec/deals");
  await context.clearCookies({ name: "next-auth.session-token" });
  await page.goto("/haventec/maturity");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
