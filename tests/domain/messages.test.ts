import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MESSAGES } from "@/lib/platform/i18n/messages";

type Tree = { readonly [key: string]: string | Tree };

/** Every message as a dotted path with its text. */
function flatten(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, text] of flatten(value, here)) found.set(inner, text);
  }
  return found;
}

/** Names and kinds of the placeholders of an ICU message, those inside plural and select branches included. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  let at = 0;
  const text = (depth: number) => {
    while (at < message.length) {
      const letter = message[at++];
      if (letter === "}") {
        if (depth === 0) throw new Error("a bracket closes that was never opened");
        return;
      }
      if (letter === "{") argument();
    }
    if (depth > 0) throw new Error("a bracket is never closed");
  };
  const argument = () => {
    const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(,?))?/.exec(message.slice(at));
    if (!head) throw new Error("a placeholder without a name");
    at += head[0].length;
    found.add(head[2] ? `${head[1]}:${head[2]}` : String(head[1]));
    if (head[3]) {
      while (at < message.length && message[at] !== "}") if (message[at++] === "{") text(1);
    }
    if (message[at++] !== "}") throw new Error("a bracket is never closed");
  };
  text(0);
  return [...found].sort();
}

const en = flatten(MESSAGES.en);
const nl = flatten(MESSAGES.nl);

describe("placeholders", () => {
  test.each([
    ["plain", []],
    ["{name} left", ["name"]],
    ["{count, plural, one {# day} other {# days by {who}}}", ["count:plural", "who"]],
    ["day {day, number}", ["day:number"]],
  ])("%s", (message, expected) => expect(placeholders(message)).toEqual(expected));
  test.each(["{name", "name}", "{count, plural, one {# day}"])("%s is refused", (message) => {
    expect(() => placeholders(message)).toThrow();
  });
});

describe("messages", () => {
  test("Dutch and English hold the same keys", () => {
    expect([...nl.keys()].sort()).toEqual([...en.keys()].sort());
    expect(en.size).toBeGreaterThan(50);
  });

  test("no message is empty", () => {
    for (const [locale, messages] of Object.entries({ en, nl })) {
      for (const [key, text] of messages) expect(text.trim(), `${locale} ${key}`).not.toBe("");
    }
  });

  test("both languages take the same placeholders", () => {
    for (const [key, text] of en) expect(placeholders(nl.get(key) ?? ""), key).toEqual(placeholders(text));
  });
});

/** Source files that speak to people. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Literal keys that a file asks for, each with the namespaces its translator may have. */
function asked(source: string): { key: string; namespaces: string[] }[] {
  const translators = new Map<string, string[]>();
  for (const [, name = "", namespace = ""] of source.matchAll(
    /const (\w+) = (?:await )?(?:use|get)Translations\("([\w.]+)"\)/g,
  )) {
    translators.set(name, [...(translators.get(name) ?? []), namespace]);
  }
  return [...translators].flatMap(([name, namespaces]) =>
    [...source.matchAll(new RegExp(`(?<![.\\w])${name}(?:\\.rich)?\\("([\\w.-]+)"`, "g"))].map(
      ([, key = ""]) => ({
        key,
        namespaces,
      }),
    ),
  );
}

test("every key that a screen asks for exists", () => {
  const files = [...sources("app"), ...sources("components")];
  const missing = files.flatMap((file) =>
    asked(readFileSync(file, "utf8"))
      .filter(({ key, namespaces }) => !namespaces.some((namespace) => en.has(`${namespace}.${key}`)))
      .map(({ key, namespaces }) => `${file}: ${namespaces.join(" or ")}.${key}`),
  );
  expect(missing).toEqual([]);
  expect(asked('const t = useTranslations("common"); t("nope")')).toEqual([
    { key: "nope", namespaces: ["common"] },
  ]);
});
