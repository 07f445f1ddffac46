import { createScanner, type JSONPath, type ParseError, parse, parseTree } from "jsonc-parser";
import { FILE_FORMAT, FILE_VERSION, type ProcessFile } from "@/lib/domain/process-file/types";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { fieldsTwice, foundBy, lineOf, Places, startsOf } from "./file-problems";
import { FileShape } from "./file-schema";
import { type FileProblem, type FileProblems, MOST_FILE_BYTES } from "./view";

/** As many problems as a refusal names; the rest is counted. */
const LISTED = 20;
/** Levels of brackets in brackets. A process file has ten; a thousand would exhaust who reads them. */
const DEEPEST = 50;

/** Reads the text of a process file, or says where and why it cannot be read. */
export function readFile(text: string): ProcessFile | Refusal {
  if (new TextEncoder().encode(text).length > MOST_FILE_BYTES) {
    return refuse("process-file.too-big", { megabytes: MOST_FILE_BYTES / 1_000_000 });
  }
  const content = text.replace(/^\uFEFF/, "");
  const raw = parseJson(content);
  if (isRefusal(raw)) return raw;
  const head = (raw ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (head.format !== FILE_FORMAT) return refuse("process-file.not-a-process");
  if (head.formatVersion !== FILE_VERSION) return refuseVersion(head.formatVersion);

  const root = parseTree(content, [], STRICT);
  if (!root) return refuse("process-file.not-a-process");
  const places = new Places(content, root);
  const parsed = FileShape.safeParse(raw);
  const found = [
    ...fieldsTwice(root),
    ...(parsed.success
      ? brokenKeys(parsed.data)
      : parsed.error.issues.flatMap((issue) => foundBy(issue, raw))),
  ].map((one) => places.place(one));
  if (found.length > 0) return refuseProblems(found);
  return parsed.success ? parsed.data : refuse("process-file.not-a-process");
}

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** The value of JSON text. Where it breaks is told by a second parser, because Node 20 does not say. */
function parseJson(content: string): unknown {
  if (deeperThan(content, DEEPEST)) return refuse("process-file.not-a-process");
  try {
    return JSON.parse(content);
  } catch {
    const errors: ParseError[] = [];
    parse(content, errors, STRICT);
    return refuse("process-file.not-json", lineOf(startsOf(content), errors[0]?.offset ?? 0));
  }
}

/** Told by the tokens, because whatever reads brackets in brackets by calling itself may run out of room. */
function deeperThan(content: string, most: number): boolean {
  const scanner = createScanner(content, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < content.length; scanner.scan()) {
    const first = content[scanner.getTokenOffset()];
    if (first === "{" || first === "[") depth++;
    if (first === "}" || first === "]") depth--;
    if (depth > most) return true;
  }
  return false;
}

function refuseVersion(found: unknown): Refusal {
  const params = { found: String(found), known: FILE_VERSION };
  if (typeof found !== "number") return refuse("process-file.no-version", params);
  return refuse(found > FILE_VERSION ? "process-file.newer" : "process-file.other-version", params);
}

function refuseProblems(found: readonly FileProblem[]): Refusal {
  const sorted = found.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const problems = sorted.slice(0, LISTED);
  return refuse(
    "process-file.has-problems",
    { count: found.length, at: problems[0]?.at ?? "$" },
    { current: { problems, count: found.length } satisfies FileProblems },
  );
}

/** Keys that come twice, and windows that count from a step which is not in the file. */
function brokenKeys({ stages }: ProcessFile) {
  type Keyed = { readonly key: string; readonly path: JSONPath };
  const of = (list: readonly { readonly key: string }[], path: JSONPath): Keyed[] =>
    list.map(({ key }, at) => ({ key, path: [...path, at] }));
  const inStages = (kind: "steps" | "criteria") =>
    stages.flatMap((stage, at) => of(stage[kind], ["stages", at, kind]));
  const twice = [of(stages, ["stages"]), inStages("steps"), inStages("criteria")].flatMap((list) =>
    list
      .filter(({ key }, at) => list.findIndex((one) => one.key === key) < at)
      .map(({ key, path }) => ({ path: [...path, "key"], reason: "key-twice" as const, params: { key } })),
  );
  const known = new Set(inStages("steps").map(({ key }) => key));
  const lost = stages.flatMap(({ steps }, at) =>
    steps.flatMap(({ window }, place) =>
      window?.anchor.kind === "step" && !known.has(window.anchor.stepKey)
        ? {
            path: ["stages", at, "steps", place, "window", "anchor", "stepKey"],
            reason: "no-such-step" as const,
            params: { key: window.anchor.stepKey },
          }
        : [],
    ),
  );
  return [...twice, ...lost];
}
