import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { routeFiles } from "./routes";
import { STORE_LIKE } from "./walls";

type Source = { readonly file: string; readonly text: string };

/** The files below `folders` that people write, by extension. */
function sources(folders: readonly string[], endings = /\.(tsx?|mjs)$/): Source[] {
  const found = folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join("/"))
      .filter((file) => !file.startsWith("lib/platform/db/generated/")),
  );
  return found.map((file) => ({ file, text: fs.readFileSync(file, "utf8") }));
}

const code = sources(["app", "components", "lib"]);
const lines = (text: string) => text.trimEnd().split("\n").length;
const withIt = (all: readonly Source[], pattern: RegExp): string[] =>
  all.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it("reads the whole house", () => expect(code.length).toBeGreaterThan(400));

describe("app", () => {
  it("holds only what Next looks for", () => {
    expect(routeFiles().filter(({ kind }) => kind === "unknown")).toEqual([]);
  });

  it("is thin: a page gets its view and shows one component", () => {
    const long = routeFiles()
      .filter(({ kind }) => kind === "page" || kind === "layout" || kind === "route")
      .map(({ file }) => `${file}: ${lines(fs.readFileSync(file, "utf8"))}`)
      .filter((line) => Number(line.split(": ")[1]) > 60);
    expect(long).toEqual([]);
  });
});

describe("files", () => {
  it("are short, where people and not tables write them", () => {
    const long = code.filter(
      ({ file, text }) => !file.startsWith("lib/domain/templates/") && lines(text) > 320,
    );
    expect(long.map(({ file, text }) => `${file}: ${lines(text)}`)).toEqual([]);
  });

  it("have names in kebab-case", () => {
    const odd = code.filter(({ file }) => !/^[a-z0-9.-]+$/.test(path.posix.basename(file)));
    expect(odd.map(({ file }) => file)).toEqual([]);
  });
});

describe("days", () => {
  it("are typed in the one field that reads them as people say them", () => {
    expect(withIt(code, /type="(date|datetime-local|week|month)"/)).toEqual(["components/ui/day-field.tsx"]);
  });
});

/** Asks the database something: through a tenant's transaction or with the auth role. */
const SPEAKS =
  /\b(tx|auth)\s*\.\s*(\$|\w+\s*\.\s*(find|create|update|delete|upsert|count|aggregate|groupBy))/;
/** The one writer of runs, what stands below every feature, and the bench, which fills a database to measure it. */
const MAY_SPEAK = /^lib\/(platform|features\/runs|cli\/bench)\//;

/**
 * Text taken for a statement, or a setting of ours that would outlive its transaction. A function may set one for as long as
 * it runs (`LANGUAGE plpgsql SET app.sees`), but never whose rows it sees.
 */
const KEEPS =
  /RawUnsafe|set_config\([^;]*,\s*false\s*\)|(?<!\blanguage (?:sql|plpgsql)\s+)\bset\s+(session\s+)?app\.|\bset\s+app\.org_id/i;

describe("the database", () => {
  it("is spoken to by stores only", () => {
    const talkers = withIt(code, SPEAKS).filter(
      (file) => !MAY_SPEAK.test(file) && !new RegExp(STORE_LIKE).test(file),
    );
    expect(talkers).toEqual([]);
    expect(withIt(code, SPEAKS).length).toBeGreaterThan(20);
  });

  it.each([
    "await tx.deal.findFirst({})",
    "tx\n    .run.updateMany()",
    "tx.$queryRaw`select 1`",
    "work.auth.user.count()",
  ])("hears %s", (text) => expect(SPEAKS.test(text)).toBe(true));

  it("never takes text for a statement, and never keeps an organisation beyond its transaction", () => {
    const sql = sources(["lib", "prisma/migrations"], /\.(tsx?|mjs|sql)$/);
    expect(withIt(sql, KEEPS)).toEqual([]);
    expect(withIt(sql, /set_config\([^;]*,\s*true\s*\)/i).length).toBeGreaterThan(1);
  });

  it.each([
    ["a statement that keeps it", "SET app.sees = 'all';", true],
    ["a call that keeps it", "select set_config('app.org_id', $1, false)", true],
    ["a function that takes an organisation", "LANGUAGE plpgsql SET app.org_id = 'x'", true],
    ["a function that sees all while it runs", "LANGUAGE plpgsql SET app.sees = 'all'", false],
  ])("hears %s, or lets it pass", (_, text, heard) => expect(KEEPS.test(text)).toBe(heard));
});

describe("surroundings", () => {
  it("are read in one place, and passed on", () => {
    const readers = withIt(code, /process\.env\b/).filter((file) => !file.startsWith("lib/cli/"));
    // The log must speak before the settings are known to be good.
    expect(readers.sort()).toEqual(["lib/platform/env.ts", "lib/platform/log.ts"]);
  });

  it("are not spoken to but through the log", () => {
    expect(withIt(code, /\bconsole\.\w+\(/).filter((file) => !file.startsWith("lib/cli/"))).toEqual([]);
  });

  it("never reach a person as raw HTML", () => {
    expect(withIt(code, /dangerouslySetInnerHTML|\.innerHTML\b/)).toEqual([]);
  });
});

describe(".env.example", () => {
  const offered = [...fs.readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z][A-Z_]+)=\S*$/gm)].map(
    ([, name = ""]) => name,
  );
  const settings = sources(["lib", "tests"]);

  it("offers what is read, and only that", () => {
    const text = settings.map((source) => source.text).join("\n");
    const known =
      /const KNOWN = new Set\(\[([^\]]+)\]/.exec(fs.readFileSync("lib/cli/env.mjs", "utf8"))?.[1] ?? "";
    const read = [...known.matchAll(/"([A-Z_]+)"/g)].map(([, name = ""]) => name);
    // The launcher derives this one from the installation's secret; setting it is possible, and never needed.
    expect(offered.sort()).toEqual(read.filter((name) => name !== "NEXTAUTH_SECRET").sort());
    const asked = (name: string) =>
      new RegExp(`process\\.env\\.${name}\\b|^\\s+${name}: z\\.`, "m").test(text);
    expect(offered.filter((name) => !asked(name))).toEqual([]);
    expect(asked("KOERS_NEVER_READ")).toBe(false);
  });
});

/** What a text points at in this repository: links, and paths in code marks. */
function pointsAt(text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = ""]) => target);
  const paths = [...text.matchAll(/`((?:app|components|lib|prisma|tests|\.ci)\/[\w./[\]*-]*)`/g)].map(
    ([, target = ""]) => target,
  );
  return [...links, ...paths.filter((target) => !target.includes("*"))];
}

describe("documents", () => {
  it("point at files that are there", () => {
    const documents = ["README.md", ...sources(["lib/decisions"], /\.md$/).map(({ file }) => file)];
    const broken = documents.flatMap((file) =>
      pointsAt(fs.readFileSync(file, "utf8"))
        .filter((target) => !fs.existsSync(target) && !fs.existsSync(path.join(path.dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
    expect(documents.length).toBeGreaterThan(5);
    expect(pointsAt("[a](lib/nope.ts) and `lib/gone/`, not [b](https://x.test)")).toEqual([
      "lib/nope.ts",
      "lib/gone/",
    ]);
  });
});
