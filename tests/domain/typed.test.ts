import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { changesIn, changesOn } from "@/lib/platform/typed/changes";
import { forgetTyped, keptOf, typistIs } from "@/lib/platform/typed/typed";

const start = { goal: "Know who decides", done: true, heard: ["a"] };

describe("what is typed into a form", () => {
  it("is kept as what differs, and stands in a form that a colleague changed elsewhere", () => {
    const kept = changesIn(start, { ...start, goal: "Know when", heard: ["a", "b"] });
    expect(kept).not.toBeNull();
    expect(changesOn({ ...start, done: false }, kept ?? "")).toEqual({
      goal: "Know when",
      done: false,
      heard: ["a", "b"],
    });
  });

  it("is nothing while the form stands as it did", () => {
    expect(changesIn(start, { ...start, heard: ["a"] })).toBeNull();
  });

  it.each(["", "{", "null", "3", '{"goal":7,"done":"yes","heard":[1],"more":"x","toString":"y"}'])(
    "is passed over when it is not a form: %s",
    (text) => expect(changesOn(start, text)).toEqual(start),
  );
});

/** A storage as a browser has it: what is kept are its own properties. */
function storage(kept: Record<string, string>) {
  const ways = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => Object.assign(kept, { [name]: text }),
    removeItem: (name: string) => Reflect.deleteProperty(kept, name),
  };
  return () =>
    new Proxy(kept, {
      get: (_, name) => ways[name as keyof typeof ways] ?? kept[String(name)],
    }) as never;
}

afterEach(() => vi.resetModules());

describe("the device", () => {
  it("forgets everything of ours, wherever it is kept, and nothing else", () => {
    const kept = {
      "koers.typed.call": "x",
      "koers.recent.anna": "y",
      "koers.draft.anna.v1.tab": "e",
      other: "z",
    };
    const here = { "koers.handed.anna.v2": "e" };
    forgetTyped(storage(kept), storage(here));
    expect([kept, here]).toEqual([{ other: "z" }, {}]);
  });

  it("keeps nothing that is still open once somebody signed out", async () => {
    const { leaveDevice } = await import("@/lib/platform/typed/typed");
    const { shelf, shelfName } = await import("@/lib/platform/typed/shelf");
    const kept: Record<string, string> = {};
    const draft = shelf(storage(kept), shelfName("draft", "anna", "v1", "tab"));
    draft.write("edits");
    expect(keptOf("draft", storage(kept))).toBe(1);
    leaveDevice(storage(kept));
    draft.write("edits");
    expect(kept).toEqual({});
  });

  it("forgets it when another person types, and keeps it for the same one", () => {
    const kept: Record<string, string> = { "koers.typed.call": "x" };
    typistIs("rosa", storage(kept));
    typistIs("rosa", storage(kept));
    expect(kept["koers.typed.call"]).toBe("x");
    typistIs("otto", storage(kept));
    expect(kept).toEqual({ "koers.typist": "otto" });
  });

  it("that keeps nothing breaks nothing", () => {
    const none = () => {
      throw new Error("denied");
    };
    expect(() => typistIs("rosa", none)).not.toThrow();
    expect(() => forgetTyped(none)).not.toThrow();
  });
});

it("nothing is kept past the shelf, so that signing out finds it all", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const writers = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .filter((file) => /(?:local|session)Storage\s*\.\s*setItem/.test(readFileSync(file, "utf8")));
  expect(writers).toEqual([]);
});
