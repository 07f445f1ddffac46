import fs from "node:fs";
import path from "node:path";

/** What a file under app/ is to Next, or "unknown", which nobody has probed. */
export type RouteKind = "page" | "route" | "layout" | "shell" | "asset" | "private" | "unknown";
export type RouteFile = {
  readonly file: string;
  readonly kind: RouteKind;
  /** The names between brackets of its address, in order; the last of `[...all]` too. */
  readonly params: readonly string[];
};

const SHELLS = /^(loading|error|not-found|global-error|default|template)\.tsx$/;

/** Which kind a file is, by its address below app/ alone. */
export function kindOf(file: string): RouteKind {
  const name = path.posix.basename(file);
  // A folder with an underscore is not part of any address; the component gallery exists only in development.
  if (/\/_[^/]+\//.test(file) || file.startsWith("app/dev/")) return "private";
  if (name === "page.tsx") return "page";
  if (name === "route.ts") return "route";
  if (name === "layout.tsx") return "layout";
  if (SHELLS.test(name)) return "shell";
  // The same for everybody, and found at the root alone.
  if (file === "app/manifest.ts") return "asset";
  if (/\.(css|svg|ico|png|webmanifest)$/.test(name)) return "asset";
  return "unknown";
}

/** Every file under app/. */
export function routeFiles(folder = "app"): RouteFile[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join("/"), entry.name))
    .sort()
    .map((file) => ({
      file,
      kind: kindOf(file),
      params: [...file.matchAll(/\[(?:\.\.\.)?([^\]]+)\]/g)].map(([, name = ""]) => name),
    }));
}
