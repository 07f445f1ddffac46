import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { document } from "@/app/api/v1/_api/document";
import { ENDPOINTS } from "@/app/api/v1/_api/endpoints";
import * as openapi from "@/app/api/v1/openapi.json/route";
import { ask } from "../support/api";

const ROOT = path.resolve("app/api/v1");
/** Route files that are the description itself, or answer what is not there. */
const BESIDE = ["/openapi.json", "/[...rest]"];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

type Node = { [key: string]: unknown };
const said = document();
const operations = Object.entries(said.paths).flatMap(([at, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at, method: method.toUpperCase(), operation })),
);

const routeFiles = fs
  .readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`)
  .filter((at) => !BESIDE.includes(at));

/** What the route files on disk really answer: a method that works asks for a key, any other is refused as such. */
async function served(): Promise<string[]> {
  const found: string[] = [];
  for (const at of routeFiles) {
    const route = await import(pathToFileURL(path.join(ROOT, at, "route.ts")).href);
    for (const method of METHODS) {
      const { status } = await ask(route, {}, { method });
      expect([401, 405], `${method} ${at}`).toContain(status);
      if (status === 401) found.push(`${method} ${at.replace(/\[(\w+)\]/g, "{$1}")}`);
    }
  }
  return found;
}

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const each of Object.values(value)) yield* nodes(each);
}

describe("the description of the API", () => {
  it("is open to all, as JSON", async () => {
    const answer = await ask(openapi, {});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(said)));
    expect(said.openapi).toBe("3.1.0");
  });

  it("names every route file and nothing else", async () => {
    const described = operations.map(({ method, at }) => `${method} ${at}`).sort();
    expect(described).toEqual((await served()).sort());
    expect(described.length).toBe(ENDPOINTS.length);
    expect(described.length).toBeGreaterThanOrEqual(7);
  });

  it("has an operation id of its own for each, and a tag that is explained", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = said.tags.map(({ name }) => name);
    for (const { operation } of operations)
      expect(tags).toEqual(expect.arrayContaining(operation.tags as string[]));
  });

  it.each(operations)("declares every part of $at for $method", ({ at, operation }) => {
    const parameters = operation.parameters as { name?: string; in?: string; required?: boolean }[];
    const parts = [...at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(parts);
    expect(operation.responses).toHaveProperty("default");
  });

  it("points only at what is there", () => {
    let pointers = 0;
    for (const node of nodes(said)) {
      if (typeof node.$ref !== "string") continue;
      pointers++;
      const found = node.$ref
        .split("/")
        .slice(1)
        .reduce<unknown>((into, key) => (into as Node | undefined)?.[key], said);
      expect(found, node.$ref).toBeDefined();
    }
    expect(pointers).toBeGreaterThan(operations.length);
  });

  it("gives examples that its own schemas accept", () => {
    const shown = ENDPOINTS.filter(({ example }) => example !== undefined);
    expect(shown.length).toBeGreaterThan(1);
    for (const { answer, example } of shown) expect(answer?.parse(example)).toEqual(example);
  });
});
