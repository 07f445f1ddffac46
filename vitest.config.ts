import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** `npx vitest run --project domain` needs no database; `features` and `architecture` get one from the test runner. */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` } },
  test: {
    setupFiles: [`${root}tests/support/seed.ts`],
    projects: [
      {
        extends: true,
        test: { name: "domain", include: ["tests/domain/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "features",
          include: [
            "tests/features/**/*.test.ts",
            "tests/architecture/**/*.test.ts",
            "tests/cli/**/*.test.ts",
          ],
          globalSetup: ["tests/support/database.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "real-data",
          include: ["tests/real/**/*.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          // What memory holds can be measured only after everything else was collected.
          execArgv: ["--expose-gc"],
        },
      },
    ],
  },
});
