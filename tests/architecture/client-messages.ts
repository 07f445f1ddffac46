import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const FOLDERS = ["app", "components", "lib"];
const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
/** A file of a route, and so the root of a tree of modules. */
const ROUTE_FILE = /\/(page|page\.dev|layout|loading|error|not-found|template|default)\.tsx$/;
/** Where a hook reads messages: its namespace as a literal, or whatever else stands there. */
const READS = /\buse(Translations|Problem)\(\s*(?:"([^"]*)"|([^)]*))/g;

type Module = {
  readonly client: boolean;
  readonly imports: readonly string[];
  /** First words of the namespaces that its hooks read; null stands for one that is no literal. */
  readonly reads: ReadonlySet<string | null>;
  readonly text: string;
};

/** What a browser has to be told at a route, and what it is told. */
export type RouteMessages = {
  readonly file: string;
  readonly needs: ReadonlySet<string | null>;
  readonly given: ReadonlySet<string>;
};

/** Every file of a route below `root`, with the namespaces its client components read and those its layouts send. */
export function routeMessages(
  root: string,
  base: readonly string[],
  sections: Readonly<Record<string, readonly string[]>>,
): RouteMessages[] {
  const modules = readModules(root);
  const given = (file: string): Set<string> => {
    const names = new Set(base);
    const add = (text: string) => {
      for (const [, section] of text.matchAll(/<SectionMessages of="([\w-]+)"/g))
        for (const name of sections[section ?? ""] ?? []) names.add(name);
    };
    // A page or layout that sends messages wraps what it draws itself.
    if (/\/(page|page\.dev|layout)\.tsx$/.test(file)) add(modules.get(file)?.text ?? "");
    // A layout wraps everything below its folder and the loading file beside it, but not the error file beside it.
    for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder)) {
      const layout = modules.get(`${folder}/layout.tsx`);
      const own = path.dirname(file) === folder;
      if (layout && !(own && /\/(error|layout|template)\.tsx$/.test(file))) add(layout.text);
    }
    return names;
  };
  return [...modules.keys()]
    .filter((file) => file.startsWith("app/") && ROUTE_FILE.test(`/${file}`))
    .sort()
    .map((file) => ({ file, needs: needsOf(modules, file), given: given(file) }));
}

function needsOf(modules: ReadonlyMap<string, Module>, file: string): Set<string | null> {
  const needs = new Set<string | null>();
  const seen = new Set<string>();
  const visit = (name: string, above: boolean): void => {
    const module = modules.get(name);
    if (!module) return;
    const client = above || module.client;
    // A module is run on both sides when both import it.
    const key = `${name} ${client}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (client) for (const read of module.reads) needs.add(read);
    for (const next of module.imports) visit(next, client);
  };
  visit(file, false);
  return needs;
}

function readModules(root: string): Map<string, Module> {
  const files = new Set(
    FOLDERS.flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
        .map((name) => path.posix.join(folder, name.split(path.sep).join("/"))),
    ),
  );
  return new Map([...files].map((file) => [file, readModule(root, file, files)]));
}

function readModule(root: string, file: string, files: ReadonlySet<string>): Module {
  const text = fs.readFileSync(path.join(root, file), "utf8");
  const code = text.replace(/^(import|export) type .*?;$/gms, "");
  const imports = ts.preProcessFile(code, true, true).importedFiles.flatMap(({ fileName }) => {
    const at = fileName.startsWith("@/")
      ? fileName.slice(2)
      : fileName.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), fileName)
        : null;
    return ENDINGS.map((ending) => `${at}${ending}`).find((one) => files.has(one)) ?? [];
  });
  const hook = /\/use-problem\.ts$/.test(file);
  const reads = [...code.matchAll(READS)]
    .filter(([, kind]) => !hook || kind !== "Translations")
    .filter(([all]) => !(hook && all.startsWith("useProblem(namespace")))
    .map(([, , literal]) => literal?.split(".")[0] || null);
  return { client: /^["']use client["']/m.test(text), imports, reads: new Set(reads), text };
}
