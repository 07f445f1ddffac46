import { loadEnv, packageScript, requireNode } from "./env.mjs";
import { explain } from "./explain.mjs";
import { install, isInstalled } from "./install.mjs";
import { runNode } from "./process.mjs";
import { step } from "./steps.mjs";

// npm run soak: the tests that grow with their size, at the sizes that are too long for every change: ten thousand whole
// histories of a deal against what a person would note on paper, and four hundred writers at once on Postgres. Every
// property is asked new cases. KOERS_HISTORIES, KOERS_WRITERS and KOERS_SEED say otherwise.

requireNode();
loadEnv();
const env = {
  ...process.env,
  KOERS_HISTORIES: process.env.KOERS_HISTORIES ?? "10000",
  KOERS_WRITERS: process.env.KOERS_WRITERS ?? "400",
  KOERS_SEED: process.env.KOERS_SEED ?? "any",
};
const vitest = (project, ...files) =>
  runNode(packageScript("vitest/vitest.mjs"), ["run", "--project", project, ...files], { env, show: true });

try {
  if (!isInstalled()) await step("installing packages (a minute the first time)", install);
  const { generateClient, isClientStale } = await import("./build.mjs");
  if (isClientStale()) await step("generating the database client", generateClient);
  await step(`the domain on new cases, and ${env.KOERS_HISTORIES} histories`, () => vitest("domain"));
  await step(`${env.KOERS_WRITERS} writers at once`, () =>
    vitest("features", "tests/features/many-writers.test.ts"),
  );
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
