import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

/**
 * Run by `npm test`, which starts the server on a database of its own and finds a browser:
 * KOERS_BASE_URL, KOERS_BROWSER_LAUNCH (`{ executablePath, args, env }` as JSON) and KOERS_REPORT come from there.
 * Tests tagged @phone run at phone width, all others on a desktop screen.
 */
const root = process.cwd();
const launch = JSON.parse(process.env.KOERS_BROWSER_LAUNCH ?? "{}");

export default defineConfig({
  testDir: path.join(root, "tests", "e2e"),
  outputDir: path.join(root, "test-results"),
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === "true",
  // A machine that is busy with others may be slow at the wrong moment. `npm test` names what passed at a second try.
  retries: process.env.CI === "true" ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.KOERS_REPORT
    ? [["list"], ["json", { outputFile: process.env.KOERS_REPORT }]]
    : [["list"]],
  use: {
    baseURL: process.env.KOERS_BASE_URL ?? "http://localhost:3000",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    launchOptions: {
      executablePath: launch.executablePath,
      args: launch.args,
      env: { ...process.env, ...launch.env },
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    { name: "phone", grep: /@phone/, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } },
  ],
});
