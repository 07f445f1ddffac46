import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { completeLock, missingOptional } from "@/lib/cli/complete-lock.mjs";

const read = () => JSON.parse(fs.readFileSync("package-lock.json", "utf8"));

describe("package-lock.json", () => {
  it("holds the builds of every system, or npm ci refuses it elsewhere", () => {
    expect(missingOptional(read())).toEqual([]);
  });

  it("names no registry", () => {
    const lock = read();
    const named = Object.entries<{ resolved?: string }>(lock.packages).filter(([, entry]) => entry.resolved);
    expect(named).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  });

  it("notices a build that was left out, and puts it back", () => {
    const lock = read();
    delete lock.packages["node_modules/@next/swc-darwin-arm64"];
    delete lock.packages["node_modules/@next/swc-linux-x64-musl"];
    expect(missingOptional(lock).map((entry) => entry.name)).toEqual([
      "@next/swc-darwin-arm64",
      "@next/swc-linux-x64-musl",
    ]);
    expect(completeLock(lock)).toEqual({
      added: ["@next/swc-darwin-arm64", "@next/swc-linux-x64-musl"],
      unclear: [],
    });
    expect(missingOptional(lock)).toEqual([]);
    expect(lock.packages["node_modules/@next/swc-darwin-arm64"]).toMatchObject({
      os: ["darwin"],
      cpu: ["arm64"],
      optional: true,
    });
    expect(lock.packages["node_modules/@next/swc-linux-x64-musl"]).toMatchObject({ libc: ["musl"] });
  });

  it("says what it cannot judge instead of guessing", () => {
    const lock = {
      packages: {
        "node_modules/a": { optionalDependencies: { "a-linux-x64": "^1 || ^2", helper: "1.0.0" } },
      },
    };
    expect(completeLock(lock)).toEqual({ added: [], unclear: ["a-linux-x64@^1 || ^2", "helper@1.0.0"] });
  });
});

describe("package.json", () => {
  it("pins every version exactly, except the types of the oldest Node", () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      fs.readFileSync("package.json", "utf8"),
    );
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([name, version]) => name !== "@types/node" && !/^\d+\.\d+\.\d+[-.\w]*$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});
