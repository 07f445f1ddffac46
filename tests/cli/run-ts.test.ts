import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { importTs } from "@/lib/cli/run-ts.mjs";

const folder = fs.mkdtempSync(path.resolve(".data", "run-ts-test-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it("runs a TypeScript module with @/, server-only, packages and JSON", async () => {
  const entry = path.join(folder, "entry.ts");
  fs.writeFileSync(path.join(folder, "data.json"), '{ "word": "koers" }');
  fs.writeFileSync(
    entry,
    `import "server-only";
     import { z } from "zod";
     import { refuse } from "@/lib/domain/shared/result";
     import data from "./data.json";
     type Word = { word: string };
     export const read = (value: unknown): Word => z.object({ word: z.string() }).parse(value ?? data);
     export const refused = refuse(read(undefined).word);`,
  );
  const module = await importTs(entry);
  expect(module.refused).toEqual({ refused: true, code: "koers" });
});
