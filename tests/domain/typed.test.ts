import { describe, expect, it } from "vitest";
import { changesIn, changesOn } from "@/lib/platform/typed/changes";
import { forgetTyped, typistIs } from "@/lib/platform/typed/typed";

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

describe("the device", () => {
  it("forgets what was typed, and nothing else", () => {
    const kept = { "koers.typed.call": "x", "koers.recent.acme": "y", other: "z" };
    forgetTyped(storage(kept));
    expect(kept).toEqual({ "koers.recent.acme": "y", other: "z" });
  });

  it("forgets it when another person types, and keeps it for the same one", () => {
    const kept: Record<string, string> = { "koers.typed.call": "x" };
    typistIs("rosa", storage(kept));
    typistIs("rosa", storage(kept));
    expect(kept["koers.typed.call"]).toBe("x");
    typistIs("otto", storage(kept));
    expect(kept["koers.typed.call"]).toBeUndefined();
  });

  it("that keeps nothing breaks nothing", () => {
    const none = () => {
      throw new Error("denied");
    };
    expect(() => typistIs("rosa", none)).not.toThrow();
    expect(() => forgetTyped(none)).not.toThrow();
  });
});
